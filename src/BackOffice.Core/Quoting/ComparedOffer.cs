using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Quoting;

/// <summary>What the partner said of one way to take tickets back: its quote, or why there is none.</summary>
/// <param name="People">For how many passengers it would be.</param>
/// <param name="Until">How long the quote can be sent; null without one.</param>
public sealed record ComparedOffer(PartnerQuote? Quote, Refusal? WhyNot, int People, Deadline? Until);
