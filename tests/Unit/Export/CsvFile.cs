using System.Text;
using BackOffice.Core.Access;
using BackOffice.Core.Export;
using CsvHelper;
using Unit.Testing;

namespace Unit.Export;

/// <summary>A file as its reader gets it: the bytes, and what a reader that is not ours makes of them.</summary>
internal sealed record CsvFile(byte[] Bytes, string Name, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public IReadOnlyDictionary<string, string> Single => Assert.Single(Rows);

    public static async Task<Desk> OpenDeskAsync()
    {
        var desk = await Desk.StartAsync();
        desk.Restart(services => services.AddExport());
        return desk;
    }

    public static async Task<CsvFile> TakeAsync(Desk desk, Actor who, VoidReportFilter? filter = null)
    {
        var file = (await desk.Use<ExportVoidCases>().ExecuteAsync(who, filter ?? new VoidReportFilter(), CancellationToken.None)).Require();
        using var output = new MemoryStream();
        Assert.True(await file.WriteAsync(output, CancellationToken.None));
        return new CsvFile(output.ToArray(), file.FileName, await ReadAsync(output.ToArray()));
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ReadAsync(byte[] bytes)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        await using var reader = CsvReader.Create(new MemoryStream(bytes));
        await reader.ReadHeaderAsync(CancellationToken.None);
        var names = reader.Headers.ToList();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            rows.Add(names.Select((name, i) => (name, reader.GetString(i))).ToDictionary(p => p.name, p => p.Item2, StringComparer.Ordinal));
        }

        return rows;
    }
}
