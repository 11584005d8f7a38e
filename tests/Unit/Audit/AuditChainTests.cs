using BackOffice.Core.Audit;

namespace Unit.Audit;

public sealed class AuditChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid Anna = new("00000000-0000-0000-0000-00000000000a");

    public static TheoryData<string, long> Tamperings { get; } = new()
    {
        { "nothing", 0 },
        { "at", 3 },
        { "actor", 3 },
        { "name", 3 },
        { "action", 3 },
        { "subject", 3 },
        { "detail", 3 },
        { "moved between fields", 3 },
        { "hash made to fit", 4 },
        { "deleted", 3 },
        { "first deleted", 1 },
        { "two swapped", 3 },
        { "put in between", 4 },
        { "renumbered", 3 },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void FirstBreak_AfterEachTampering_PointsAtTheLine(string tampering, long expected)
    {
        var lines = Tampered(tampering, Chain());

        Assert.Equal(expected, AuditChain.FirstBreak(AuditChain.Start, 0, lines) ?? 0);
    }

    [Fact]
    public void FirstBreak_FromTheMiddle_GoesOnFromTheLineBefore()
    {
        var lines = Chain();

        Assert.Null(AuditChain.FirstBreak(lines[1].Hash, 2, lines[2..]));
    }

    /// <summary>Worked out apart from the program; a change of the form would make every old trail look forged.</summary>
    [Fact]
    public void Hash_OfAKnownLine_IsStable() =>
        Assert.Equal(
            Expected(AuditChain.Start, 1, Now.ToUnixTimeMilliseconds(), "0000000000000000000000000000000a", "Anna", "case.opened", "case:V-2026-000001", "{}"),
            AuditChain.HashOf(AuditChain.Start, 1, Now, Anna, "Anna", "case.opened", "case:V-2026-000001", "{}"));

    private static List<AuditEntry> Chain()
    {
        var lines = new List<AuditEntry>();
        for (var sequence = 1; sequence <= 5; sequence++)
        {
            lines.Add(Line(sequence, lines is [.., var last] ? last.Hash : AuditChain.Start, "case:V-2026-00000" + sequence));
        }

        return lines;
    }

    private static List<AuditEntry> Tampered(string tampering, List<AuditEntry> lines)
    {
        var third = lines[2];
        switch (tampering)
        {
            case "deleted":
                lines.RemoveAt(2);
                break;
            case "first deleted":
                lines.RemoveAt(0);
                break;
            case "two swapped":
                (lines[2], lines[3]) = (lines[3], lines[2]);
                break;
            case "put in between":
                lines.Insert(2, Line(3, lines[1].Hash, "case:V-2026-000099"));
                lines[3] = Changed(third, sequence: 4);
                break;
            case "renumbered":
                lines[2] = Changed(third, sequence: 7);
                break;
            case "hash made to fit":
                lines[2] = Line(3, lines[1].Hash, "case:V-2026-000099");
                break;
            default:
                lines[2] = tampering switch
                {
                    "at" => Changed(third, at: Now.AddMilliseconds(1)),
                    "actor" => Changed(third, actor: Guid.Empty),
                    "name" => Changed(third, name: "Berta"),
                    "action" => Changed(third, action: "case.closed"),
                    "subject" => Changed(third, subject: "case:V-2026-000009"),
                    "detail" => Changed(third, detail: """{"a":1}"""),
                    "moved between fields" => Changed(third, action: third.Action + "c", subject: third.Subject[1..]),
                    _ => third,
                };
                break;
        }

        return lines;
    }

    private static AuditEntry Line(long sequence, string previous, string subject) => new()
    {
        Sequence = sequence, At = Now, ActorId = Anna, ActorName = "Anna", Action = "case.opened", Subject = subject, Detail = "{}",
        PreviousHash = previous, Hash = AuditChain.HashOf(previous, sequence, Now, Anna, "Anna", "case.opened", subject, "{}"),
    };

    private static AuditEntry Changed(
        AuditEntry line, long? sequence = null, DateTimeOffset? at = null, Guid? actor = null, string? name = null, string? action = null, string? subject = null, string? detail = null) =>
        new()
        {
            Sequence = sequence ?? line.Sequence, At = at ?? line.At, ActorId = actor ?? line.ActorId, ActorName = name ?? line.ActorName,
            Action = action ?? line.Action, Subject = subject ?? line.Subject, Detail = detail ?? line.Detail, PreviousHash = line.PreviousHash, Hash = line.Hash,
        };

    private static string Expected(params object[] fields)
    {
        using var bytes = new MemoryStream();
        foreach (var field in fields)
        {
            if (field is string text)
            {
                var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
                bytes.Write(BigEndian(utf8.Length));
                bytes.Write(utf8);
            }
            else
            {
                bytes.Write(BigEndian(Convert.ToInt64(field, null)));
            }
        }

        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray()));
    }

    private static byte[] BigEndian(long number) => [.. BitConverter.GetBytes(number).Reverse()];
}
