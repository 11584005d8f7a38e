using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BackOffice.Core.Recovery;

internal sealed class RecoveryQuestionConfiguration : IEntityTypeConfiguration<RecoveryQuestion>
{
    public void Configure(EntityTypeBuilder<RecoveryQuestion> builder)
    {
        builder.ToTable("RecoveryQuestions");
        builder.HasKey(q => new { q.MarkId, q.CaseId });
        builder.Property(q => q.Version).IsConcurrencyToken();
        builder.HasOne<RestoreMark>().WithMany().HasForeignKey(q => q.MarkId);
        builder.HasOne<Case>().WithMany().HasForeignKey(q => q.CaseId);
    }
}
