using BackOffice.Core.Backups;
using BackOffice.Web.Hosting;
using Unit.Testing;

namespace Unit.Backups;

/// <summary>What somebody reads at the console, and what a script sees.</summary>
public sealed class DatabaseCommandsTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly StringWriter said = new();
    private readonly StringWriter complained = new();

    private string Copy => database.File + ".copy";

    private string Place => "--ConnectionStrings:BackOffice=" + database.ConnectionString;

    public void Dispose()
    {
        database.Dispose();
        said.Dispose();
        complained.Dispose();
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "--in-place")]
    [InlineData("backup", "--Mode=Live")]
    [InlineData("restore")]
    [InlineData("restore", "-x")]
    [InlineData("restore", "")]
    public void Command_ThatIsIncomplete_ShowsHowItIsUsed(params string[] args)
    {
        Assert.True(DatabaseCommands.IsOne(args));
        Assert.Equal((2, ""), (Run(args), said.ToString()));
        Assert.Contains("backup FILE", complained.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--Mode=Live")]
    [InlineData("--backup", "x")]
    public void Start_IsNoCommand(params string[] args) => Assert.False(DatabaseCommands.IsOne(args));

    [Fact]
    public void Backup_ThenRestore_SaysWhatHappensNext()
    {
        var backedUp = Run("backup", Copy, "--Mode=Live", Place);
        var restored = Run("restore", Copy, "--Mode=Live", Place);
        var marked = Run("restore", "--in-place", "--Mode=Live", Place);

        Assert.Equal((0, 0, 0, ""), (backedUp, restored, marked, complained.ToString()));
        Assert.Contains("  100 %", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("What was there is kept: " + database.File + ".before-restore-", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("sends nothing until", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Backup_OntoAnExistingFile_IsRefusedWithItsName()
    {
        File.WriteAllText(Copy, "something else");

        Assert.Equal(3, Run("backup", Copy, Place));
        Assert.Contains(Copy + " is there already", complained.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Backup_IntoAFolderThatIsNotThere_Fails() => Assert.Equal(4, Run("backup", Path.Combine(database.File + ".none", "x.db"), Place));

    [Fact]
    public void Restore_WhileAProgramWorks_IsRefused()
    {
        Run("backup", Copy, Place);
        using var working = DeskLock.TryShare(database.File);

        Assert.Equal(3, Run("restore", Copy, Place));
        Assert.Contains("Stop every program on it first", complained.ToString(), StringComparison.Ordinal);
    }

    /// <summary>It would be thrown away at the next start.</summary>
    [Fact]
    public void Restore_IntoARehearsalsOwnDatabase_IsRefused()
    {
        Assert.Equal(3, Run("restore", Copy, "--Mode=Rehearsal"));
        Assert.Contains("begins afresh", complained.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Database:Provider=PostgreSql")]
    [InlineData("--ConnectionStrings:BackOffice=Data Source=:memory:")]
    public void Command_WithoutAFile_IsRefused(string setting) => Assert.Equal(2, Run("backup", Copy, setting));

    private int Run(params string[] args) => DatabaseCommands.Run(args, said, complained, CancellationToken.None);
}
