using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Backups;

internal sealed class RestoreMarkConfiguration : IEntityTypeConfiguration<RestoreMark>
{
    public void Configure(EntityTypeBuilder<RestoreMark> builder)
    {
        builder.ToTable("Recoveries");
        builder.Property(m => m.Origin).HasMaxLength(20);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.EndedAt);
    }
}
