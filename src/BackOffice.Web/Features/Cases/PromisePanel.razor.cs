using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>What the customer was promised, whether its day has passed, and a short form for a new one.</summary>
public sealed partial class PromisePanel
{
    private DraftBox? draft;
    private bool isOpen;
    private bool isSaving;
    private string? day;
    private string? over;
    private string? words;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required PromiseCustomer PromiseCustomer { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private string DraftKey => "promise:" + Of.View.Row.Number;

    private CasePromise? Promise => Of.View.Promise;

    private bool IsPast => !CaseStates.IsFinal(Of.State) && PromiseRules.IsPast(Promise?.On, Of.View.Now);

    private bool MayPromise => Of.MayWork && !CaseStates.IsFinal(Of.State);

    /// <summary>When the partner expects the money: the likeliest thing to be promised.</summary>
    private DateOnly? Expected => Of.View.ExpectedRefundOn ?? Of.View.Quote?.Content.ExpectedRefundOn;

    private void Open()
    {
        (isOpen, refusal) = (true, null);
        // The promise that was read before this one is typed: a newer one of a colleague's must not be written over after a reload.
        over = Promise?.At.ToString("O", CultureInfo.InvariantCulture);
        day = Expected is { } expected && PromiseRules.IsUsable(expected, Of.View.Now) ? Iso(expected) : null;
    }

    private void Close() => (isOpen, refusal) = (false, null);

    /// <summary>What was typed is thrown away.</summary>
    private async Task CancelAsync()
    {
        Close();
        if (draft is not null)
        {
            await draft.ForgetAsync();
        }
    }

    private async Task SaveAsync()
    {
        if (isSaving)
        {
            return;
        }

        isSaving = true;
        try
        {
            DateOnly? on = DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;
            refusal = (await PromiseCustomer.ExecuteAsync(await Me.GetAsync(), new PromiseCustomerInput(Of.View.Row.Number, on, words), Life.Token)).Refusal;
            if (refusal is not null)
            {
                return;
            }

            if (draft is not null)
            {
                await draft.ForgetAsync();
            }

            Close();
            await OnChanged.InvokeAsync();
        }
        finally
        {
            isSaving = false;
        }
    }

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private string DayText(DateOnly date) => date.ToString(L["Date"], CultureInfo.CurrentCulture);
}
