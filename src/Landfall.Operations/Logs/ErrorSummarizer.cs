using Landfall.AIOps.Logs;

namespace Landfall.Operations.Logs;

/// <summary>Sums errors up as they are read, in bounded memory.</summary>
/// <param name="changed">When each service was last changed, by the file's name.</param>
internal sealed class ErrorSummarizer(IReadOnlyDictionary<string, DateTimeOffset> changed)
{
    private const int Shown = 5;

    private readonly LogTemplateMiner _miner = new();
    private readonly Dictionary<long, Found> _found = [];
    private readonly Dictionary<long, long> _hours = [];
    private long _lines;
    private long _errors;

    /// <summary>Takes a line.</summary>
    /// <param name="line">The line, whatever its level.</param>
    public void Add(LogEntry line)
    {
        _lines++;
        if (line.Level != LogLevel.Error)
            return;
        _errors++;
        var hour = line.Time.ToUnixTimeSeconds() / 3600;
        _hours[hour] = _hours.GetValueOrDefault(hour) + 1;
        var text = MessageText.Of(line.Message);
        var id = _miner.Add(text).TemplateId;
        if (!_found.TryGetValue(id, out var found))
            _found[id] = found = new Found(line.Time);
        found.Add(line, text, changed.TryGetValue(line.Service, out var at) ? line.Time < at : null);
    }

    /// <summary>Sums up.</summary>
    /// <param name="from">From when on was read.</param>
    /// <param name="to">Until when.</param>
    /// <returns>The summary.</returns>
    public LogSummary Finish(DateTimeOffset from, DateTimeOffset to)
    {
        // Templates found to be one since they were given their ids.
        var same = _found.GroupBy(f => _miner.Current(f.Key) ?? f.Key)
            .Select(g => (Id: g.Key, Found: g.Select(f => f.Value).Aggregate(Found.Join)))
            .OrderByDescending(t => t.Found.Count).ThenBy(t => t.Found.First).ToList();
        return new LogSummary(
            from,
            to,
            _lines,
            _errors,
            [.. same.Take(Shown).Select(t => Template(t.Id, t.Found))],
            _hours.Count == 0 ? null : _hours.OrderByDescending(h => h.Value).ThenBy(h => h.Key).Select(h => new WorstHour(DateTimeOffset.FromUnixTimeSeconds(h.Key * 3600), h.Value)).First(),
            [.. same.Where(t => t.Found is { After: true, Before: false }).Take(Shown).Select(t => Template(t.Id, t.Found))]);
    }

    private ErrorTemplate Template(long id, Found found) => new(
        _miner.Find(id)?.Text ?? found.Sample, found.Count, [.. found.Services.Order(StringComparer.Ordinal)], found.First, found.Last, found.Sample);

    private sealed class Found(DateTimeOffset first)
    {
        public DateTimeOffset First { get; private set; } = first;

        public DateTimeOffset Last { get; private set; } = first;

        public long Count { get; private set; }

        public HashSet<string> Services { get; } = new(StringComparer.Ordinal);

        public string Sample { get; private set; } = "";

        /// <summary>Whether one was written before the last change of its service.</summary>
        public bool Before { get; private set; }

        /// <summary>Whether one was written after it.</summary>
        public bool After { get; private set; }

        public void Add(LogEntry line, string text, bool? before)
        {
            Count++;
            (Last, Sample) = (line.Time, text);
            Services.Add(line.Service);
            Before |= before == true;
            After |= before == false;
        }

        public static Found Join(Found one, Found other)
        {
            var (last, sample) = one.Last > other.Last ? (one.Last, one.Sample) : (other.Last, other.Sample);
            var joined = new Found(one.First < other.First ? one.First : other.First)
            {
                Count = one.Count + other.Count,
                Last = last,
                Sample = sample,
                Before = one.Before || other.Before,
                After = one.After || other.After,
            };
            joined.Services.UnionWith(one.Services);
            joined.Services.UnionWith(other.Services);
            return joined;
        }
    }
}
