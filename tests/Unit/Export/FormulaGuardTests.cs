using BackOffice.Core.Export;

namespace Unit.Export;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("\0=1+1")]
    [InlineData("\tinnocent")]
    [InlineData("  =1+1")]
    [InlineData("\u00a0=1+1")]
    [InlineData("\ufeff=1+1")]
    [InlineData("\u200b@SUM(A1)")]
    [InlineData("\uff1d1+1")]
    [InlineData("\uff0b1+1")]
    [InlineData("\uff0d1+1")]
    [InlineData("\uff20SUM(A1)")]
    [InlineData("\ufe63CMD")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("-")]
    [InlineData("+33 1 23 45")]
    [InlineData("-1e5")]
    [InlineData("-1,5")]
    [InlineData("-5\n")]
    [InlineData("-1.5.5")]
    public void Of_WhatASpreadsheetCouldRun_GetsAnApostrophe(string text) => Assert.Equal("'" + text, FormulaGuard.Of(text));

    [Theory]
    [InlineData("0")]
    [InlineData("165.48")]
    [InlineData("-165.48")]
    [InlineData("+12")]
    [InlineData("ZHAO YAN")]
    [InlineData("O'BRIEN")]
    [InlineData("2026-11-21T08:13:09.512Z")]
    [InlineData("MEX → CUN")]
    [InlineData("a=b")]
    [InlineData("'=1+1")]
    [InlineData("张三")]
    [InlineData("\ud800")]
    [InlineData(" ")]
    public void Of_EverythingElse_StaysAsItIs(string text) => Assert.Equal(text, FormulaGuard.Of(text));

    /// <summary>It can be written in a reason, and the file would end there.</summary>
    [Fact]
    public void Of_WhatUnicodeCallsNoCharacter_StaysAsItIs() => Assert.Equal("\ufffe=1+1", FormulaGuard.Of("\ufffe=1+1"));

    /// <summary>A spreadsheet would take it for a number: fifteen digits are kept, a zero in front goes, and an E makes a power of ten.</summary>
    [Theory]
    [InlineData("2026083011000000000001")]
    [InlineData("1234567890123456")]
    [InlineData("012345")]
    [InlineData("12E345")]
    [InlineData("00e1")]
    [InlineData("=1+1")]
    public void OfIdentifier_WhatASpreadsheetWouldSpoil_GetsAnApostrophe(string text) => Assert.Equal("'" + text, FormulaGuard.OfIdentifier(text));

    [Theory]
    [InlineData("0")]
    [InlineData("123456")]
    [InlineData("123456789012345")]
    [InlineData("V-2026-000001")]
    [InlineData("202609-0021")]
    [InlineData("XVOCMN")]
    [InlineData("E12345")]
    [InlineData("'012345")]
    [InlineData("")]
    public void OfIdentifier_EverythingElse_StaysAsItIs(string text) => Assert.Equal(text, FormulaGuard.OfIdentifier(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Of_Nothing_IsAnEmptyCell(string? text) => Assert.Equal("", FormulaGuard.Of(text));
}
