using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Backups;
using BackOffice.Web.Hosting;
using Microsoft.EntityFrameworkCore;
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
    [InlineData("let-in")]
    [InlineData("let-in", "")]
    [InlineData("let-in", "--in-place")]
    [InlineData("let-in", "--Mode=Live")]
    public async Task Command_ThatIsIncomplete_ShowsHowItIsUsed(params string[] args)
    {
        Assert.True(DatabaseCommands.IsOne(args));
        Assert.Equal((2, ""), (await RunAsync(args), said.ToString()));
        Assert.Contains("backup FILE", complained.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--Mode=Live")]
    [InlineData("--backup", "x")]
    [InlineData("--let-in", "x")]
    public void Start_IsNoCommand(params string[] args) => Assert.False(DatabaseCommands.IsOne(args));

    [Fact]
    public async Task Backup_ThenRestore_SaysWhatHappensNext()
    {
        var backedUp = await RunAsync("backup", Copy, "--Mode=Live", Place);
        var restored = await RunAsync("restore", Copy, "--Mode=Live", Place);
        var marked = await RunAsync("restore", "--in-place", "--Mode=Live", Place);

        Assert.Equal((0, 0, 0, ""), (backedUp, restored, marked, complained.ToString()));
        Assert.Contains("  100 %", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("What was there is kept: " + database.File + ".before-restore-", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("sends nothing until", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_OntoAnExistingFile_IsRefusedWithItsName()
    {
        await File.WriteAllTextAsync(Copy, "something else");

        Assert.Equal(3, await RunAsync("backup", Copy, Place));
        Assert.Contains(Copy + " is there already", complained.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_IntoAFolderThatIsNotThere_Fails() => Assert.Equal(4, await RunAsync("backup", Path.Combine(database.File + ".none", "x.db"), Place));

    [Fact]
    public async Task Restore_WhileAProgramWorks_IsRefused()
    {
        await RunAsync("backup", Copy, Place);
        using var working = DeskLock.TryShare(database.File);

        Assert.Equal(3, await RunAsync("restore", Copy, Place));
        Assert.Contains("Stop every program on it first", complained.ToString(), StringComparison.Ordinal);
    }

    /// <summary>It would be thrown away at the next start.</summary>
    [Theory]
    [InlineData("restore", "night.db")]
    [InlineData("let-in", "boss@desk.example")]
    public async Task Command_OnARehearsalsOwnDatabase_IsRefused(string verb, string what)
    {
        Assert.Equal(3, await RunAsync(verb, what, "--Mode=Rehearsal"));
        Assert.Contains("begins afresh", complained.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "--Database:Provider=PostgreSql")]
    [InlineData("backup", "--ConnectionStrings:BackOffice=Data Source=:memory:")]
    [InlineData("backup", "--ConnectionStrings:BackOffice=/srv/desk.db")]
    [InlineData("restore", "--ConnectionStrings:BackOffice=/srv/desk.db")]
    [InlineData("let-in", "--ConnectionStrings:BackOffice=/srv/desk.db")]
    [InlineData("backup", "--ConnectionStrings:BackOffice=Data Source=desk.db;Mode=Often")]
    [InlineData("backup", "--ConnectionStrings:BackOffice=Data Source=desk.db;Pooling=perhaps")]
    public async Task Command_WithoutAFile_IsRefused(string verb, string setting)
    {
        Assert.Equal(2, await RunAsync(verb, Copy, setting));
        Assert.Contains("ConnectionStrings:BackOffice", complained.ToString(), StringComparison.Ordinal);
    }

    /// <summary>While the program works: who is locked out should not stop everybody else.</summary>
    [Fact]
    public async Task LetIn_SomebodyWithAnAccount_TellsTheirPasswordOnce()
    {
        await HireAsync("boss@desk.example");
        using var working = DeskLock.TryShare(database.File);

        Assert.Equal((0, ""), (await RunAsync("let-in", "Boss@desk.example", "--Mode=Live", Place), complained.ToString()));

        Assert.Single(said.ToString().Split('\n'), line => line.Trim() is { Length: 23 } word && word.Split('-') is { Length: 4 });
        await using var db = database.Open();
        Assert.Equal("staff.sign-in-reset", (await db.Set<AuditEntry>().SingleAsync()).Action);
        Assert.NotNull((await db.Users.SingleAsync()).PasswordHash);
    }

    [Theory]
    [InlineData("nobody@desk.example", true, "nobody has an account with the address nobody@desk.example")]
    [InlineData("boss@desk.example", false, "the account boss@desk.example was barred")]
    public async Task LetIn_SomebodyWhoMayNot_IsRefusedAndChangesNothing(string email, bool isActive, string why)
    {
        await HireAsync("boss@desk.example", isActive);

        Assert.Equal((3, ""), (await RunAsync("let-in", email, Place), said.ToString()));

        Assert.Contains(why, complained.ToString(), StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Null((await db.Users.SingleAsync()).PasswordHash);
        Assert.False(await db.Set<AuditEntry>().AnyAsync());
    }

    [Fact]
    public async Task LetIn_WhileSomebodyRestores_IsRefused()
    {
        await HireAsync("boss@desk.example");
        using var restoring = DeskLock.TryOwn(database.File);

        Assert.Equal(3, await RunAsync("let-in", "boss@desk.example", Place));
        Assert.Contains("is being restored", complained.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LetIn_OnAFileThatIsNotThereOrNobodyStartedOn_IsRefused()
    {
        var missing = await RunAsync("let-in", "boss@desk.example", "--ConnectionStrings:BackOffice=Data Source=" + Copy);
        await File.WriteAllTextAsync(Copy, "");
        var empty = await RunAsync("let-in", "boss@desk.example", "--ConnectionStrings:BackOffice=Data Source=" + Copy);

        Assert.Equal((3, 3), (missing, empty));
        Assert.Contains("there is no file " + Copy, complained.ToString(), StringComparison.Ordinal);
        Assert.Contains("Start this one on it first", complained.ToString(), StringComparison.Ordinal);
    }

    private async Task HireAsync(string email, bool isActive = true)
    {
        await using var db = database.Open();
        db.Add(new StaffUser
        {
            Id = Guid.NewGuid(), DisplayName = "Boss", UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email,
            NormalizedEmail = email.ToUpperInvariant(), IsActive = isActive,
        });
        await db.SaveChangesAsync();
    }

    private Task<int> RunAsync(params string[] args) => DatabaseCommands.RunAsync(args, said, complained, CancellationToken.None);
}
