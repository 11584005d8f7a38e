namespace BackOffice.Core.Orders;
public static class VoidDeadline { public static Deadline Of(VoidQuote quote, OrderSnapshot order) => new() { Limit = DeadlineLimit.None, Certainty = DeadlineCertainty.NotCertain }; }
