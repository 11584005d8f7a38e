using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Approvals;

internal sealed class ApprovalRequestConfiguration : IEntityTypeConfiguration<ApprovalRequest>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> builder)
    {
        builder.ToTable("Approvals");
        builder.Property(r => r.State).HasConversion(s => ApprovalStates.TextOf(s), t => ApprovalStates.Read(t)).HasMaxLength(12);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.RequestedByName).HasMaxLength(80);
        builder.Property(r => r.Reason).HasMaxLength(500);
        builder.Property(r => r.Fingerprint).HasMaxLength(64);
        builder.Property(r => r.Amount).HasMoneyConversion();
        builder.Property(r => r.Method).HasConversion<string>().HasMaxLength(10);
        builder.Ignore(r => r.Yes);
        builder.HasMany(r => r.Votes).WithOne().HasForeignKey(v => v.RequestId);
        builder.HasIndex(r => r.CaseId).IsUnique().HasFilter("\"State\" = 'waiting'").HasDatabaseName("IX_Approvals_OneWaiting");
        builder.HasIndex(r => new { r.State, r.EndsAt });
        builder.HasIndex(r => new { r.CaseId, r.Id });
        builder.HasIndex(r => new { r.EndedAt, r.Id });
    }
}

internal sealed class ApprovalVoteConfiguration : IEntityTypeConfiguration<ApprovalVote>
{
    public void Configure(EntityTypeBuilder<ApprovalVote> builder)
    {
        builder.ToTable("ApprovalVotes");
        builder.Property(v => v.ByName).HasMaxLength(80);
        builder.Property(v => v.Reason).HasMaxLength(500);
        builder.HasIndex(v => new { v.RequestId, v.ById }).IsUnique();
    }
}
