using System.Globalization;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.VisualBasic.FileIO;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

public sealed class ExportJourney
{
    [Fact]
    public async Task Export_DownloadedByASupervisor_HoldsWhatTheDatabaseHolds()
    {
        await using var desk = await Desk.OpenAsync();
        await using (var agent = await Person.SignInAsync(desk.Address, Cast.Agent))
        {
            var sent = await new OrderScreen(agent).StartVoidAsync(Scenes.ClosesByDeparture.OrderNo, "=HYPERLINK(\"http://example.com\")");
            await sent.SendAsync();
            await sent.StandsAtAsync("Atlas is working on it");
            await new OrderScreen(agent).StartVoidAsync(Scenes.TwoPassengersAndBag.OrderNo);
            await new OrderScreen(agent).StartVoidAsync(Scenes.NotCovered843.OrderNo);
        }

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        await supervisor.GoAsync("/reports/voids");
        var download = await supervisor.Page.RunAndWaitForDownloadAsync(() => supervisor.Link("Export CSV").ClickAsync());
        var path = await download.PathAsync();
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);

        var rows = Read(path);
        var cases = await desk.ReadAsync(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        Assert.Equal(cases.Select(c => c.Number).Order(StringComparer.Ordinal), rows.Select(r => r["case_number"]).Order(StringComparer.Ordinal));
        foreach (var found in cases)
        {
            var row = rows.Single(r => r["case_number"] == found.Number);
            Assert.Equal(found.OrderNo, row["order_number"]);
            Assert.Equal(CaseStates.TextOf(found.State), row["state"]);
            Assert.Equal(found.PartnerRef ?? "", row["void_code"]);
            Assert.Equal(found.ExpectedBack?.ToPlainNumber() ?? "", row["estimated_back"]);
            Assert.Equal(found.OpenedAt, DateTimeOffset.Parse(row["opened_at_utc"], CultureInfo.InvariantCulture));
        }

        Assert.Contains(rows, r => r["reason"].StartsWith("'=HYPERLINK", StringComparison.Ordinal));
        Assert.True(await desk.ReadAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Action == "export.finished")));
    }

    /// <summary>By another reader of the format than the one that wrote it.</summary>
    private static List<Dictionary<string, string>> Read(string path)
    {
        using var parser = new TextFieldParser(path) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var names = parser.ReadFields()!;
        var rows = new List<Dictionary<string, string>>();
        while (parser.ReadFields() is { } fields)
        {
            rows.Add(names.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }
}
