using System.Data.Common;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Ledger;

/// <summary>Where a program may die.</summary>
public enum Death
{
    DecisionNotCommitted,
    DecisionCommitted,
    BeforeQuoteForSending,
    AfterQuoteForSending,
    ClaimNotCommitted,
    ClaimCommitted,
    BeforeTheCall,
    AfterTheCall,
    OutcomeNotCommitted,
    OutcomeCommitted,
    BeforeQuestion,
    AfterQuestion,
    EvidenceNotCommitted,
    EvidenceCommitted,
}

/// <summary>The power is off.</summary>
internal sealed class DiedException() : Exception("The program died here.");

/// <summary>
/// Ends one program at a chosen point: from then on nothing that it does reaches the partner or the database. A commit that was under way
/// is either done or not, as chosen.
/// </summary>
internal sealed class Fate : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private Death? at;
    private Phase phase = Phase.Decision;

    private enum Phase
    {
        Decision,
        Claim,
        Outcome,
        Evidence,
    }

    public bool IsDead { get; private set; }

    /// <summary>With the program ends whatever in it would have waited for better times.</summary>
    public CancellationToken Stopping => end.Token;

    public void Dispose() => end.Dispose();

    public void DieAt(Death death) => at = death;

    /// <summary>Puts the end between the program and everything outside it.</summary>
    public void Bind(IServiceCollection services)
    {
        services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(new Commits(this)));
        services.Wrap<IAtlasQuestions>(own => new Questions(this, own));
        services.Wrap<IAtlasSends>(own => new Sends(this, own));
    }

    private void Reach(Death point)
    {
        IsDead |= at == point;
        if (IsDead)
        {
            end.Cancel();
            throw new DiedException();
        }
    }

    private void Commit(bool isDone) => Reach((phase, isDone) switch
    {
        (Phase.Decision, false) => Death.DecisionNotCommitted,
        (Phase.Decision, true) => Death.DecisionCommitted,
        (Phase.Claim, false) => Death.ClaimNotCommitted,
        (Phase.Claim, true) => Death.ClaimCommitted,
        (Phase.Outcome, false) => Death.OutcomeNotCommitted,
        (Phase.Outcome, true) => Death.OutcomeCommitted,
        (_, false) => Death.EvidenceNotCommitted,
        (_, true) => Death.EvidenceCommitted,
    });

    private sealed class Commits(Fate fate) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            if (fate.IsDead)
            {
                throw new DiedException();
            }

            return base.TransactionStartingAsync(connection, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            fate.Commit(isDone: false);
            return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            fate.Commit(isDone: true);
            return base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
        }
    }

    private sealed class Sends(Fate fate, IAtlasSends inner) : IAtlasSends
    {
        public Task<SendResult> SendVoidAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken) =>
            SendAsync(() => inner.SendVoidAsync(orderNo, body, term, cancellationToken));

        public Task<SendResult> SendRefundAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken) =>
            SendAsync(() => inner.SendRefundAsync(orderNo, body, term, cancellationToken));

        private async Task<SendResult> SendAsync(Func<Task<SendResult>> send)
        {
            fate.Reach(Death.BeforeTheCall);
            var result = await send();
            fate.Reach(Death.AfterTheCall);
            fate.phase = Phase.Outcome;
            return result;
        }
    }

    private sealed class Questions(Fate fate, IAtlasQuestions inner) : IAtlasQuestions
    {
        public Task<PartnerAnswer<OrderSnapshot>> FindByNumberAsync(OrderNumber orderNo, CancellationToken cancellationToken) =>
            inner.FindByNumberAsync(orderNo, cancellationToken);

        public Task<PartnerAnswer<OrderSnapshot>> FindByPnrAsync(string airlinePnr, string carrier, string? passengerName, CancellationToken cancellationToken) =>
            inner.FindByPnrAsync(airlinePnr, carrier, passengerName, cancellationToken);

        public Task<PartnerAnswer<OrderPage>> SearchAsync(OrderSearch search, CancellationToken cancellationToken) => inner.SearchAsync(search, cancellationToken);

        public Task<PartnerAnswer<Done>> RegisterWebhookAsync(Uri address, CancellationToken cancellationToken) => inner.RegisterWebhookAsync(address, cancellationToken);

        public Task<PartnerAnswer<PartnerQuote>> QuoteVoidAsync(OrderNumber orderNo, CancellationToken cancellationToken) =>
            QuoteAsync(() => inner.QuoteVoidAsync(orderNo, cancellationToken));

        public Task<PartnerAnswer<PartnerQuote>> QuoteRefundAsync(OrderSnapshot order, RefundWish wish, CancellationToken cancellationToken) =>
            QuoteAsync(() => inner.QuoteRefundAsync(order, wish, cancellationToken));

        public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryVoidsAsync(OrderNumber orderNo, string? voidCode, CancellationToken cancellationToken) =>
            QueryAsync(() => inner.QueryVoidsAsync(orderNo, voidCode, cancellationToken));

        public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryRefundsAsync(OrderNumber orderNo, string? refundCode, CancellationToken cancellationToken) =>
            QueryAsync(() => inner.QueryRefundsAsync(orderNo, refundCode, cancellationToken));

        private async Task<PartnerAnswer<PartnerQuote>> QuoteAsync(Func<Task<PartnerAnswer<PartnerQuote>>> quote)
        {
            fate.Reach(Death.BeforeQuoteForSending);
            var answer = await quote();
            fate.Reach(Death.AfterQuoteForSending);
            fate.phase = fate.at is null ? Phase.Decision : Phase.Claim;
            return answer;
        }

        private async Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> QueryAsync(Func<Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>>> query)
        {
            fate.Reach(Death.BeforeQuestion);
            var answer = await query();
            fate.Reach(Death.AfterQuestion);
            fate.phase = Phase.Evidence;
            return answer;
        }
    }
}
