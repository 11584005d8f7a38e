using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Cases;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.Property(c => c.Kind).HasConversion(k => CaseKinds.TextOf(k), t => CaseKinds.Read(t)).HasMaxLength(8);
        builder.Property(c => c.OrderNo).HasMaxLength(40);
        builder.Property(c => c.Holds).HasMaxLength(40);
        builder.Property(c => c.SeenOnCard).HasMoneyConversion();
        builder.Property(c => c.Wish).HasJsonConversion();
        builder.Property(c => c.Card).HasJsonConversion();
        builder.Property(c => c.TradeNo).HasMaxLength(22);
        builder.Property(c => c.AirlinePnr).HasMaxLength(40);
        builder.Property(c => c.Airline).HasMaxLength(4);
        builder.Property(c => c.Route).HasMaxLength(20);
        builder.Property(c => c.Payment).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.State).HasConversion(s => CaseStates.TextOf(s), t => CaseStates.Read(t)).HasMaxLength(24);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Reason).HasMaxLength(500);
        builder.Property(c => c.OpenedByName).HasMaxLength(80);
        builder.Property(c => c.OwnerName).HasMaxLength(80);
        builder.Property(c => c.Promise).HasJsonConversion();
        builder.Property(c => c.Fingerprint).HasMaxLength(64);
        builder.Property(c => c.LastRefusal).HasMaxLength(60);
        builder.Property(c => c.LastRefusalCode).HasMaxLength(12);
        builder.Property(c => c.PartnerRef).HasMaxLength(40);
        builder.Property(c => c.HintedRef).HasMaxLength(40);
        builder.Property(c => c.CancelReason).HasMaxLength(1000);
        builder.Property(c => c.Flag).HasMaxLength(40);
        builder.Property(c => c.UnknownReason).HasMaxLength(60);
        builder.Property(c => c.AtStake).HasMoneyConversion();
        builder.Property(c => c.ExpectedBack).HasMoneyConversion();
        builder.Property(c => c.ActualBack).HasMoneyConversion();
        builder.Property(c => c.Order).HasJsonConversion();
        builder.Property(c => c.Deadline).HasJsonConversion();
        builder.Ignore(c => c.Facts);
        builder.Ignore(c => c.Subject);
        builder.Ignore(c => c.HoldKey);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.SupplierCaseId);
        builder.HasMany(c => c.Timeline).WithOne().HasForeignKey(e => e.CaseId);

        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.Year, c.Sequence }).IsUnique();
        builder.HasIndex(c => c.Holds).IsUnique().HasFilter("\"Holds\" IS NOT NULL").HasDatabaseName("IX_Cases_OneOpen");
        builder.HasIndex(c => new { c.OrderNo, c.Id }).HasDatabaseName("IX_Cases_Order");
        builder.HasIndex(c => c.NextAskAt);
        builder.HasIndex(c => new { c.State, c.Id });
        builder.HasIndex(c => c.AirlinePnr);
        builder.HasIndex(c => c.PartnerRef);
        builder.HasIndex(c => c.TradeNo);
        builder.HasIndex(c => new { c.OwnerId, c.Id });
        builder.HasIndex(c => new { c.OpenedAt, c.Id });
        IndexOpenOnes(builder);
    }

    /// <summary>
    /// What every refresh of a screen asks of the open ones. A yes-or-no stands bare in a condition, and for that SQLite takes only an index that holds
    /// the rows where it is true; such a one stays as small as the day's work.
    /// </summary>
    private static void IndexOpenOnes(EntityTypeBuilder<Case> builder)
    {
        builder.HasIndex(c => c.Id).HasFilter("\"IsOpen\"").HasDatabaseName("IX_Cases_Open");
        builder.HasIndex(c => c.OwnerId).HasFilter("\"IsOpen\"").HasDatabaseName("IX_Cases_OpenOfOwner");
        builder.HasIndex(c => c.Flag).HasFilter("\"IsOpen\" AND \"Flag\" IS NOT NULL").HasDatabaseName("IX_Cases_OpenFlagged");
        builder.HasIndex(c => c.PromisedOn).HasFilter("\"IsOpen\" AND \"PromisedOn\" IS NOT NULL").HasDatabaseName("IX_Cases_OpenPromised");
    }
}

internal sealed class TimelineConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("Timeline");
        builder.Property(e => e.ActorName).HasMaxLength(80);
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.Property(e => e.Arguments).HasJsonConversion();
        builder.Property(e => e.DeadlineLeft).HasConversion<long?>();
        builder.HasIndex(e => new { e.CaseId, e.Id });
    }
}

internal sealed class CaseQuoteConfiguration : IEntityTypeConfiguration<CaseQuote>
{
    public void Configure(EntityTypeBuilder<CaseQuote> builder)
    {
        builder.ToTable("Quotes");
        builder.Property(q => q.QuotedByName).HasMaxLength(80);
        builder.Property(q => q.Fingerprint).HasMaxLength(64);
        builder.Property(q => q.Content).HasJsonConversion();
        builder.Property(q => q.Deadline).HasJsonConversion();
        builder.HasOne<Case>().WithMany().HasForeignKey(q => q.CaseId);
        builder.HasIndex(q => new { q.CaseId, q.Id });
    }
}

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("Notes");
        builder.Property(n => n.AuthorName).HasMaxLength(80);
        builder.Property(n => n.Text).HasMaxLength(CaseNote.LongestText);
        builder.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId);
        builder.HasIndex(n => new { n.CaseId, n.Id });
    }
}
