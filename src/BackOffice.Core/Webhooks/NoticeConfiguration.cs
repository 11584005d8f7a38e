using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Webhooks;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.Partner).HasConversion<string>().HasMaxLength(20);
        builder.Property(n => n.Fingerprint).HasMaxLength(64);
        builder.Property(n => n.Result).HasMaxLength(20);
        builder.HasIndex(n => new { n.Fingerprint, n.Partner }).IsUnique();
        builder.HasIndex(n => n.ProcessedAt);

        // What every page counts after a restore. The words stand here as they stand in the question, which is how SQLite knows that the index serves it.
        builder.HasIndex(n => n.LastReceivedAt).HasFilter("\"Result\" IN ('unknown-order', 'other-number')").HasDatabaseName("IX_Notices_Stray");
    }
}
