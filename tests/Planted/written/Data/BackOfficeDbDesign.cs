using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BackOffice.Core.Data;

/// <summary>For the migrations tool only: <c>dotnet ef migrations add NAME --project src/BackOffice.Core --startup-project src/BackOffice.Web</c>.</summary>
internal sealed class BackOfficeDbDesign : IDesignTimeDbContextFactory<BackOfficeDb>
{
    public BackOfficeDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, "Data Source=data/design.db");
        return new BackOfficeDb(options.Options);
    }
}
