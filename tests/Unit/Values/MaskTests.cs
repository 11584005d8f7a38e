using BackOffice.Core.Values;

namespace Unit.Values;

public sealed class MaskTests
{
    [Theory]
    [InlineData("ZHAO", "YILIN", "ZHAO Y…")]
    [InlineData("张", "伟", "张 伟…")]
    [InlineData("张", "𠮷野", "张 𠮷…")]
    [InlineData("SAMPLE", "", "SAMPLE")]
    [InlineData("", "ANNA", " A…")]
    public void Name_InTwoParts_KeepsTheLastAndOneLetter(string last, string first, string expected) => Assert.Equal(expected, Mask.Name(last, first));

    [Theory]
    [InlineData("ZHAO/YILIN", "ZHAO Y…")]
    [InlineData("ZHAO/YI/LIN", "ZHAO Y…")]
    [InlineData("王小明", "王…")]
    [InlineData("𠮷野家", "𠮷…")]
    [InlineData("X", "X")]
    [InlineData("", "")]
    [InlineData("ZHAO/", "ZHAO")]
    public void Name_InOneText_KeepsTheLastAndOneLetter(string name, string expected) => Assert.Equal(expected, Mask.Name(name));

    [Theory]
    [InlineData("anna.sample@example.com", "a…@example.com")]
    [InlineData("@example.com", "…")]
    [InlineData("no mail", "…")]
    [InlineData("", "…")]
    [InlineData("𠮷@example.com", "𠮷…@example.com")]
    public void Email_KeepsOneLetterAndTheHost(string email, string expected) => Assert.Equal(expected, Mask.Email(email));

    [Theory]
    [InlineData("0086-13900001234", "…34")]
    [InlineData("12", "…")]
    [InlineData("", "…")]
    public void Phone_KeepsTwoDigits(string phone, string expected) => Assert.Equal(expected, Mask.Phone(phone));
}
