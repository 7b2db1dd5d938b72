namespace Landfall.Evaluation.Loghub;

/// <summary>One system's labelled lines.</summary>
/// <param name="Name">The folder's name, for example <c>HDFS</c>.</param>
/// <param name="Lines">The lines in the order of the file.</param>
internal sealed record LoghubSystem(string Name, IReadOnlyList<LoghubLine> Lines)
{
    private const string Suffix = "_2k.log_structured.csv";

    /// <summary>The systems below <paramref name="folder"/>, in the order of their names: every <c>X/X_2k.log_structured.csv</c>.</summary>
    public static IEnumerable<string> Discover(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Select(d => Path.Combine(d, Path.GetFileName(d) + Suffix))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal);

    /// <summary>Reads the columns LineId, Content and EventTemplate by name.</summary>
    public static LoghubSystem Load(string file)
    {
        using var reader = new StreamReader(file);
        var rows = CsvReader.Read(reader).ToList();
        var (id, content, template) = (Column(rows[0], "LineId", file), Column(rows[0], "Content", file), Column(rows[0], "EventTemplate", file));
        var lines = rows.Skip(1).Select(r => new LoghubLine(r[id], r[content], r[template])).ToList();
        return new LoghubSystem(Path.GetFileName(Path.GetDirectoryName(file))!, lines);
    }

    private static int Column(IReadOnlyList<string> header, string name, string file)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i] == name)
                return i;
        }

        throw new InvalidDataException($"{file}:1: there is no column '{name}'; the columns are {string.Join(", ", header)}.");
    }
}
