using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Copies Core's sources and writes every defect into its file, behind its switch. Runs inside the build.</summary>
public class WriteDefects : Task
{
    public ITaskItem[] Sources { get; set; }
    public ITaskItem[] Defects { get; set; }
    public string Root { get; set; }
    public string Into { get; set; }

    [Output]
    public ITaskItem[] Written { get; set; }

    public override bool Execute()
    {
        var root = Path.GetFullPath(Root);
        var texts = Sources.Select(s => Path.GetFullPath(s.ItemSpec)).ToDictionary(f => f.Substring(root.Length).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        foreach (var defect in Defects)
        {
            Plant(defect.ItemSpec, texts);
        }

        texts["Planted/Names.cs"] = "namespace Planted;\n\npublic static class Names\n{\n    public static System.Collections.Generic.IReadOnlyList<string> All { get; } =\n    [\n"
            + string.Concat(Defects.Select(d => Path.GetFileNameWithoutExtension(d.ItemSpec)).OrderBy(n => n, StringComparer.Ordinal).Select(n => "        \"" + n + "\",\n")) + "    ];\n}\n";
        var written = new List<ITaskItem>();
        foreach (var text in texts)
        {
            var file = Path.Combine(Into, text.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(file));
            if (!File.Exists(file) || File.ReadAllText(file) != text.Value)
            {
                File.WriteAllText(file, text.Value);
            }

            written.Add(new TaskItem(file));
        }

        Written = written.ToArray();
        return !Log.HasLoggedErrors;
    }

    // A defect is a text: parts that begin with "=== file", each with "--- right" and "--- wrong".
    private void Plant(string defect, IDictionary<string, string> texts)
    {
        var name = Path.GetFileNameWithoutExtension(defect);
        var isSwitched = false;
        var parts = File.ReadAllText(defect).Replace("\r", "").Split(new[] { "=== " }, StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Where(p => p.Contains("--- right\n")))
        {
            var file = part.Substring(0, part.IndexOf('\n')).Trim();
            var pieces = part.Substring(part.IndexOf("--- right\n", StringComparison.Ordinal) + 10).Split(new[] { "--- wrong\n" }, StringSplitOptions.None);
            var right = pieces[0].TrimEnd('\n');
            var wrong = pieces[1].TrimEnd('\n').Replace("IsOn", "global::Planted.Defects.IsOn(\"" + name + "\")");
            isSwitched |= pieces[1].Contains("IsOn");
            string text;
            if (!texts.TryGetValue(file, out text))
            {
                Log.LogError(null, null, null, defect, 0, 0, 0, 0, "There is no {0}.", file);
            }
            else if (text.IndexOf(right, StringComparison.Ordinal) is var at && (at < 0 || text.IndexOf(right, at + 1, StringComparison.Ordinal) >= 0))
            {
                Log.LogError(null, null, null, defect, 0, 0, 0, 0, "{0} holds this {1}: {2}", file, at < 0 ? "nowhere" : "more than once", right);
            }
            else
            {
                texts[file] = text.Replace(right, wrong);
            }
        }

        if (!isSwitched)
        {
            Log.LogError(null, null, null, defect, 0, 0, 0, 0, "Nothing of {0} stands behind IsOn: it could not be switched on.", name);
        }
    }
}
