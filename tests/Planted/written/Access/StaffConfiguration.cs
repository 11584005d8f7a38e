using BackOffice.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Access;

internal sealed class StaffConfiguration : IEntityTypeConfiguration<StaffUser>
{
    public void Configure(EntityTypeBuilder<StaffUser> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(80);
        builder.Property(u => u.SendLimit).HasMoneyConversion();
        builder.Property(u => u.ApprovalLimit).HasMoneyConversion();
    }
}

/// <summary>The four roles are part of the model: they are sets of verbs in code, and the database only says who has which.</summary>
internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> builder) => builder.HasData(Roles.All.Select(role => new IdentityRole<Guid>
    {
        Id = Roles.IdOf(role), Name = Roles.NameOf(role), NormalizedName = Roles.NameOf(role).ToUpperInvariant(), ConcurrencyStamp = Roles.IdOf(role).ToString(),
    }));
}
