using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Unit.Web.Shell;

public sealed class ControlTests : ScreenContext
{
    [Fact]
    public async Task OnceButton_SecondClickWhileTheFirstRuns_IsDropped()
    {
        var gate = new TaskCompletionSource();
        var presses = 0;
        var button = Render<OnceButton>(p => p.Add(b => b.OnClick, () =>
        {
            presses++;
            return gate.Task;
        }));

        var first = button.Find("button").ClickAsync(new MouseEventArgs());
        await button.Find("button").ClickAsync(new MouseEventArgs());
        gate.SetResult();
        await first;
        await button.Find("button").ClickAsync(new MouseEventArgs());

        Assert.Equal(2, presses);
    }

    [Fact]
    public async Task OnceButton_WorkThatFails_CanBePressedAgain()
    {
        var presses = 0;
        var button = Render<OnceButton>(p => p.Add(b => b.OnClick, () => presses++ == 0 ? throw new InvalidOperationException("lost") : Task.CompletedTask));

        await Assert.ThrowsAsync<InvalidOperationException>(() => button.Find("button").ClickAsync(new MouseEventArgs()));
        await button.Find("button").ClickAsync(new MouseEventArgs());

        Assert.Equal(2, presses);
    }

    [Fact]
    public void CodeChip_Code_CarriesWhatIsCopiedAndWhatIsSaid()
    {
        var chip = Render<CodeChip>(p => p.Add(c => c.Code, "XVOCMN").Add(c => c.Label, "PNR")).Find("button");

        Assert.Equal("XVOCMN", chip.GetAttribute("data-copy"));
        Assert.Equal("Copied", chip.GetAttribute("data-copied"));
        Assert.Equal("Copy PNR XVOCMN", chip.GetAttribute("aria-label"));
    }

    [Fact]
    public void StateChip_Meaning_IsNeverColourAlone()
    {
        var chip = Render<StateChip>(p => p.Add(c => c.Word, "Refunded").Add(c => c.Meaning, Meaning.Good).Add(c => c.Raw, "2")).Find(".chip");

        Assert.NotNull(chip.QuerySelector("svg path"));
        Assert.Contains("Refunded", chip.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", chip.QuerySelector(".chip-raw")!.TextContent);
    }

    [Fact]
    public void RefusalBox_PartnersNo_SaysSentenceNextStepAndCode()
    {
        var box = Render<RefusalBox>(p => p.Add(b => b.Refusal, OrdersRefusals.WindowClosed.FromPartner("822")));

        Assert.Equal("alert", box.Find(".notice").GetAttribute("role"));
        Assert.Equal("The void window has closed.", box.Find(".notice-text").TextContent);
        Assert.Equal("A refund may still be possible.", box.Find(".notice-next").TextContent);
        Assert.Contains("822", box.Markup, StringComparison.Ordinal);
    }

    /// <summary>Where a box stands tells whose code it shows; the name of the refusal does not.</summary>
    [Theory]
    [InlineData(true, "AsiaBill code S0001")]
    [InlineData(false, "Atlas code S0001")]
    public void RefusalBox_WithACode_SaysWhoseItIs(bool isOfCards, string expected)
    {
        foreach (var no in new[] { OrdersRefusals.PartnerRejectedRequest, PaymentsRefusals.RejectedRequest })
        {
            var box = Render<RefusalBox>(p => p.Add(b => b.Refusal, no.FromPartner("S0001")).Add(b => b.IsOfCards, isOfCards));

            Assert.Equal(expected, box.Find(".small").TextContent);
        }
    }

    /// <summary>Of a stored refusal the name alone is known.</summary>
    [Fact]
    public void RefusalBox_WithoutItsArguments_ShowsADashInTheirPlace()
    {
        var box = Render<RefusalBox>(p => p.Add(b => b.Refusal, new Refusal(PaymentsRefusals.MoreThanLeft.Name, RefusalKind.NotNow)));

        Assert.Equal("That is more than is left of this payment: –.", box.Find(".notice-text").TextContent);
        Assert.StartsWith("Give back – or less.", box.Find(".notice-next").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusalBox_MissingRight_NamesItInTheReadersWords()
    {
        Speak("zh-Hans");

        var box = Render<RefusalBox>(p => p.Add(b => b.Refusal, AccessRefusals.NotAllowed.With(nameof(Permission.WorkCases))));

        Assert.Equal("您的角色没有此权限：处理工单。", box.Find(".notice-text").TextContent);
    }

    [Fact]
    public void ListState_EachState_ShowsOnlyItself()
    {
        RenderFragment rows = builder => builder.AddContent(0, "the rows");

        Assert.Contains("Loading", Render<ListState>(p => p.Add(l => l.IsLoading, true).Add(l => l.ChildContent, rows)).Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing waits", Render<ListState>(p => p.Add(l => l.IsEmpty, true).Add(l => l.EmptyTitle, "Nothing waits").Add(l => l.ChildContent, rows)).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("the rows", Render<ListState>(p => p.Add(l => l.Refusal, AccessRefusals.AccountDisabled).Add(l => l.ChildContent, rows)).Markup, StringComparison.Ordinal);
        Assert.Equal("the rows", Render<ListState>(p => p.Add(l => l.ChildContent, rows)).Markup.Trim());
    }

    /// <summary>The list of keys says that R reads again wherever a page offers it.</summary>
    [Fact]
    public void ListState_ThatCanBeTriedAgain_IsByItsKey()
    {
        var list = Render<ListState>(p => p.Add(l => l.Refusal, OrdersRefusals.PartnerSilent).Add(l => l.Retry, () => { }));

        Assert.Equal("r", list.Find(".notice-actions button").GetAttribute("data-key"));
    }

    [Fact]
    public async Task ConfirmMoney_WithoutTheTick_CannotBeConfirmed()
    {
        var sent = 0;
        var money = Confirm(() =>
        {
            sent++;
            return null;
        });

        await money.Find("button.is-main").ClickAsync(new MouseEventArgs());
        Assert.True(money.Find("footer button.is-main").HasAttribute("disabled"));
        Assert.Contains("USD 182.48", money.Find(".confirm-sum").TextContent, StringComparison.Ordinal);

        await money.Find("dialog input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
        await money.Find("footer button.is-main").ClickAsync(new MouseEventArgs());
        Assert.Equal(1, sent);
        Assert.Empty(money.FindAll("dialog"));
    }

    /// <summary>Behind the open dialog nobody would read it; and what was ticked was said before it.</summary>
    [Fact]
    public async Task ConfirmMoney_ThatIsRefused_SaysSoInItsDialog_AndAsksForTheTickAgain()
    {
        var money = Confirm(() => CasesRefusals.ReasonMissing);
        await TickAsync(money);

        await money.Find("footer button.is-main").ClickAsync(new MouseEventArgs());

        var tick = money.Find("dialog input[type=checkbox]");
        Assert.Equal("The reason is missing.", money.Find("dialog [role=alert] .notice-text").TextContent);
        Assert.Equal((false, true), (tick.HasAttribute("checked"), money.Find("footer button.is-main").HasAttribute("disabled")));
        Assert.Equal(tick.Id, Assert.Single(JSInterop.Invocations["desk.focus"]).Arguments[0]);
    }

    [Fact]
    public async Task ConfirmMoney_OpenedAgainAfterARefusal_SaysNothingOfIt()
    {
        var money = Confirm(() => CasesRefusals.ReasonMissing);
        await TickAsync(money);
        await money.Find("footer button.is-main").ClickAsync(new MouseEventArgs());

        await money.Find("footer button:not(.is-main)").ClickAsync(new MouseEventArgs());
        await money.Find("button.is-main").ClickAsync(new MouseEventArgs());

        Assert.Empty(money.FindAll("dialog [role=alert]"));
    }

    /// <summary>The dialog was closed before the answer came, and opened again.</summary>
    [Fact]
    public async Task ConfirmMoney_ConfirmedAgainBeforeTheAnswer_DoesItOnce()
    {
        var (sent, answer) = (0, new TaskCompletionSource<Refusal?>());
        var money = ConfirmLater(() =>
        {
            sent++;
            return answer.Task;
        });
        await TickAsync(money);
        var first = money.Find("footer button.is-main").ClickAsync(new MouseEventArgs());
        await money.Find("footer button:not(.is-main)").ClickAsync(new MouseEventArgs());
        await TickAsync(money);

        await money.Find("footer button.is-main").ClickAsync(new MouseEventArgs());
        answer.SetResult(null);
        await first;

        Assert.Equal(1, sent);
        Assert.Empty(money.FindAll("dialog"));
    }

    /// <summary>A colleague who quotes again meanwhile makes the ticked figures others.</summary>
    [Fact]
    public async Task ConfirmMoney_WhoseFiguresMoveWhileItIsOpen_CannotBeConfirmed_AndSaysWhy()
    {
        var money = Confirm(() => null);
        await TickAsync(money);
        var before = money.Find("footer button.is-main").HasAttribute("disabled");

        money.Render(p => p.Add(c => c.WhyNot, CasesRefusals.FiguresChanged));

        Assert.Equal((false, true), (before, money.Find("footer button.is-main").HasAttribute("disabled")));
        Assert.Equal("The figures are no longer those that were seen.", money.Find("dialog .notice-text").TextContent);
    }

    /// <summary>A tick for money is given anew each time: the tab keeps none.</summary>
    [Fact]
    public async Task ConfirmMoney_Ticked_IsKeptNowhere()
    {
        var money = Confirm(() => null);

        await TickAsync(money);

        Assert.Empty(money.FindAll("draft-keeper, [data-kept]"));
    }

    [Fact]
    public async Task DraftBox_TypedText_GoesToTheParentAndIsKeptUnderItsKey()
    {
        string? typed = null;
        var box = Render<DraftBox>(p => p.Add(d => d.Key, "note:V-2026-000123").Add(d => d.Label, "Note").Add(d => d.ValueChanged, value => typed = value));

        await box.Find("textarea").ChangeAsync(new ChangeEventArgs { Value = "called back" });

        Assert.Equal("called back", typed);
        Assert.Equal("note:V-2026-000123", box.Find("draft-keeper:has([data-kept=text])").GetAttribute("key"));
        Assert.Equal("8000", box.Find("textarea").GetAttribute("maxlength"));
    }

    /// <summary>What would be refused as too long cannot be typed, nor come back from a draft.</summary>
    [Fact]
    public async Task DraftBox_ForAShortText_TakesNoMore()
    {
        string? typed = null;
        var box = Render<DraftBox>(p => p.Add(d => d.Key, "k").Add(d => d.Label, "Reason").Add(d => d.MaxLength, 5).Add(d => d.ValueChanged, value => typed = value));

        await box.Find("textarea").ChangeAsync(new ChangeEventArgs { Value = "called back" });

        Assert.Equal(("5", "calle"), (box.Find("textarea").GetAttribute("maxlength"), typed));
    }

    [Fact]
    public async Task DraftBox_Forget_ClearsTheBoxAndWhatTheTabKept()
    {
        string? typed = "x";
        var box = Render<DraftBox>(p => p.Add(d => d.Key, "k").Add(d => d.Label, "Note").Add(d => d.ValueChanged, value => typed = value));

        await box.InvokeAsync(box.Instance.ForgetAsync);

        Assert.Null(typed);
        Assert.Equal("k", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
    }

    [Fact]
    public async Task KeptFields_Forgotten_DropsWhatTheTabKeptUnderTheirKey()
    {
        var fields = Render<KeptFields>(p => p.Add(f => f.Key, "times").Add(f => f.Over, "2/10/10").AddChildContent("<input data-kept=\"margin\">"));
        var keeper = fields.Find("draft-keeper:has([data-kept=margin])");
        var (key, over) = (keeper.GetAttribute("key"), keeper.GetAttribute("over"));

        await fields.InvokeAsync(fields.Instance.ForgetAsync);

        Assert.Equal(("times", "2/10/10"), (key, over));
        Assert.Equal("times", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
    }

    [Theory]
    [InlineData("ZHAO/YI", "ZHAO Y…")]
    [InlineData("", "–")]
    [InlineData(null, "–")]
    public void PersonName_WithoutTheRight_IsMasked(string? name, string shown) =>
        Assert.Equal(shown, Render<PersonName>(p => p.Add(n => n.Name, name)).Find(".person").TextContent);

    [Fact]
    public void PersonName_WithTheRight_IsWhole() =>
        Assert.Equal("ZHAO/YI", Render<PersonName>(p => p.Add(n => n.Name, "ZHAO/YI").Add(n => n.MaySee, true)).Find(".person").TextContent);

    /// <summary>Half a letter is none.</summary>
    [Theory]
    [InlineData("Ana Agent", "AA")]
    [InlineData("ana", "AN")]
    [InlineData("𠮷野 太郎", "𠮷太")]
    [InlineData("𠮷𡈽", "𠮷𡈽")]
    [InlineData("", "–")]
    [InlineData(null, "–")]
    public void Initials_OfAName_AreWholeLetters(string? name, string shown) => Assert.Equal(shown, PersonName.InitialsOf(name));

    [Fact]
    public void Pager_NoOtherPages_DrawsNothing() => Assert.Empty(Render<Pager>().Markup.Trim());

    [Fact]
    public void Icon_WithoutLabel_IsHiddenFromReaders()
    {
        Assert.Equal("true", Render<Icon>(p => p.Add(i => i.Name, "clock")).Find("svg").GetAttribute("aria-hidden"));
        Assert.Equal("Menu", Render<Icon>(p => p.Add(i => i.Name, "menu").Add(i => i.Label, "Menu")).Find("svg").GetAttribute("aria-label"));
    }

    private static async Task TickAsync(IRenderedComponent<ConfirmMoney> money)
    {
        await money.Find("button.is-main").ClickAsync(new MouseEventArgs());
        await money.Find("dialog input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
    }

    private IRenderedComponent<ConfirmMoney> Confirm(Func<Refusal?> press) => ConfirmLater(() => Task.FromResult(press()));

    private IRenderedComponent<ConfirmMoney> ConfirmLater(Func<Task<Refusal?>> press) => Render<ConfirmMoney>(p => p
        .Add(c => c.Label, "Send the void of USD 182.48").Add(c => c.Title, "Send").Add(c => c.Amount, new Money(18248, "USD"))
        .Add(c => c.Irrevocable, "A void cannot be taken back.").Add(c => c.OnConfirm, press));
}
