using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Ledger;

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("Attempts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).HasConversion(k => CaseKinds.TextOf(k), t => CaseKinds.Read(t)).HasMaxLength(8);
        builder.Property(a => a.OrderNo).HasMaxLength(40);
        builder.Property(a => a.Subject).HasMaxLength(40);
        builder.Property(a => a.Holds).HasMaxLength(40);
        builder.HasIndex(a => a.Subject);
        builder.Property(a => a.State).HasConversion(s => AttemptStates.TextOf(s), t => AttemptStates.Read(t)).HasMaxLength(12);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.RequestedByName).HasMaxLength(80);
        builder.Property(a => a.Fingerprint).HasMaxLength(64);
        builder.Property(a => a.Amount).HasMoneyConversion();
        builder.Property(a => a.BodyHash).HasMaxLength(64);
        builder.Property(a => a.ClaimedBy).HasMaxLength(60);
        builder.Property(a => a.OutcomeReason).HasMaxLength(60);
        builder.Property(a => a.PartnerRef).HasMaxLength(40);
        builder.Property(a => a.NamedRef).HasMaxLength(40);
        builder.HasIndex(a => a.AskAt).HasFilter("\"AskAt\" IS NOT NULL");
        builder.HasIndex(a => a.Holds).IsUnique().HasFilter("\"Holds\" IS NOT NULL").HasDatabaseName("IX_Attempts_OneLive");
        builder.HasIndex(a => new { a.State, a.PlannedAt });
        builder.HasIndex(a => a.CaseId);
    }
}
