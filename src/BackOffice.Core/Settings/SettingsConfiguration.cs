using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Settings;

internal sealed class DeskSettingsConfiguration : IEntityTypeConfiguration<DeskSettings>
{
    public void Configure(EntityTypeBuilder<DeskSettings> builder)
    {
        builder.ToTable("DeskSettings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.SafetyMargin).HasConversion<long>();
        builder.Property(s => s.QuoteGoodFor).HasConversion<long>();
        builder.Property(s => s.QuietPeriod).HasConversion<long>();
        builder.Property(s => s.CustomerPaid).HasConversion<string>().HasMaxLength(16);
        builder.HasData(new DeskSettings());
    }
}

internal sealed class ApprovalRuleConfiguration : IEntityTypeConfiguration<ApprovalRule>
{
    public void Configure(EntityTypeBuilder<ApprovalRule> builder)
    {
        builder.ToTable("ApprovalRules");
        builder.HasKey(r => r.Currency);
        builder.Property(r => r.Currency).HasMaxLength(3);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.FreeUpTo);
        builder.Ignore(r => r.SecondFrom);
    }
}
