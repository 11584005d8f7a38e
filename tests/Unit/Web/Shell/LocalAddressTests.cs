using BackOffice.Web.Hosting;

namespace Unit.Web.Shell;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/cases/V-2026-000123?tab=notes", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/cases\\..\\evil", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("cases", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsLocal_Address_OnlyPathsOfThisSite(string? address, bool isLocal) => Assert.Equal(isLocal, LocalAddress.IsLocal(address));
}
