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

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Of_Nothing_IsAnEmptyCell(string? text) => Assert.Equal("", FormulaGuard.Of(text));
}
