using BackOffice.Core.Values;

namespace BackOffice.Core.Export;

/// <summary>What can be wrong with the filters of a report.</summary>
public static class ExportRefusals
{
    public static readonly Refusal DateInvalid = new("report.date-invalid", RefusalKind.Input);
    public static readonly Refusal RangeBackwards = new("report.range-backwards", RefusalKind.Input);
    public static readonly Refusal AirlineInvalid = new("report.airline-invalid", RefusalKind.Input);

    /// <summary>A state, an owner or a zone that nobody can have chosen: the address was changed by hand or cut off.</summary>
    public static readonly Refusal AddressDamaged = new("report.address-damaged", RefusalKind.Input);
}
