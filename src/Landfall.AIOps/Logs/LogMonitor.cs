namespace Landfall.AIOps.Logs;

/// <summary>
/// Watches one log: learns its templates and reports new ones, those first seen after a deployment, and rates that
/// change. Time comes with the lines. A rate change is reported once when it begins and once when it is over; the
/// baseline follows a lasting change within a few times <see cref="LogMonitorOptions.Memory"/>. Not thread-safe.
/// </summary>
public sealed class LogMonitor
{
    /// <summary>A pause longer than this is missing data, not silence.</summary>
    private const int LongestSilence = 60;

    private readonly LogMonitorOptions _options;
    private readonly LogTemplateMiner _miner;
    private readonly SortedDictionary<long, TemplateRate> _rates = [];
    private readonly SortedSet<long> _fresh = [];
    private readonly SortedSet<long> _drifted = [];
    private DateTimeOffset? _start;
    private DateTimeOffset _interval;
    private string? _deployment;
    private DateTimeOffset? _deployedAt;

    /// <summary>Starts knowing nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public LogMonitor(LogMonitorOptions? options = null)
        : this(options ?? new LogMonitorOptions(), null)
    {
    }

    /// <summary>Goes on where <see cref="Save"/> stopped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public LogMonitor(LogMonitorState state, LogMonitorOptions? options = null)
        : this(options ?? new LogMonitorOptions(), state ?? throw new ArgumentNullException(nameof(state)))
    {
        _start = state.Start;
        _interval = state.Interval;
        foreach (var rate in state.Rates)
            _rates.Add(rate.TemplateId, TemplateRate.Restore(rate));
        _fresh.UnionWith(state.Fresh);
        _drifted.UnionWith(state.Drifted);
        _deployment = state.Deployment;
        _deployedAt = state.DeployedAt;
    }

    private LogMonitor(LogMonitorOptions options, LogMonitorState? state)
    {
        options.Validate();
        _options = options;
        _miner = state is null ? new LogTemplateMiner(options.Miner) : new LogTemplateMiner(state.Miner, options.Miner);
    }

    /// <summary>The templates known now, oldest first.</summary>
    public IReadOnlyList<LogTemplate> Templates => _miner.Templates;

    /// <summary>Reads one line.</summary>
    /// <param name="time">When it was written; a time before the open interval counts for that interval.</param>
    /// <param name="line">The message without its header.</param>
    /// <returns>What the intervals show that ended before this line; mostly nothing.</returns>
    public IReadOnlyList<LogSignal> Add(DateTimeOffset time, ReadOnlySpan<char> line)
    {
        var signals = Advance(time);
        if (_start is null)
        {
            _start = time;
            _interval = time;
        }

        var match = _miner.Add(line);
        if (match.Change == LogMatchChange.New)
            Began(match.TemplateId);
        else if (match.Change == LogMatchChange.Widened)
            Widened(match.TemplateId);
        if (!_rates.TryGetValue(match.TemplateId, out var rate))
            _rates[match.TemplateId] = rate = new TemplateRate();
        rate.Count++;
        return signals;
    }

    /// <summary>Notes a deployment, so that what is new after it can be put down to it.</summary>
    public void Deployed(DateTimeOffset time, string deployment)
    {
        ArgumentException.ThrowIfNullOrEmpty(deployment);
        _deployment = deployment;
        _deployedAt = time;
    }

    /// <summary>Lets time pass without a line, so that silence is noticed.</summary>
    public IReadOnlyList<LogSignal> Advance(DateTimeOffset time)
    {
        if (_start is null || time - _interval < _options.Interval)
            return [];
        var signals = new List<LogSignal>();
        var steps = (time - _interval).Ticks / _options.Interval.Ticks;
        if (steps > LongestSilence)
        {
            _interval += _options.Interval;
            Skip(signals);
            _interval += _options.Interval * (steps - 1);
            return signals;
        }

        for (; steps > 0; steps--)
            Close(signals);
        return signals;
    }

    /// <summary>All that is known, independent of this instance.</summary>
    public LogMonitorState Save() => new(
        _miner.Save(), _start, _interval, [.. _rates.Select(r => r.Value.Save(r.Key))], [.. _fresh], [.. _drifted], _deployment, _deployedAt);

    /// <summary>An interval can bring more templates than the miner keeps; what it has forgotten by now is forgotten here.</summary>
    private void Began(long id)
    {
        _fresh.Add(id);
        if (_rates.Count <= 2 * _options.Miner.MaxTemplates)
            return;
        foreach (var old in _rates.Keys.Where(old => _miner.Current(old) is null).ToList())
            _rates.Remove(old);
        _fresh.RemoveWhere(old => _miner.Current(old) is null);
        _drifted.RemoveWhere(old => _miner.Current(old) is null);
    }

    private void Widened(long id)
    {
        _drifted.Add(id);
        foreach (var (old, rate) in _rates.ToList())
        {
            if (_miner.Current(old) is not { } now)
            {
                _rates.Remove(old);
            }
            else if (now != old)
            {
                _rates.Remove(old);
                if (_rates.TryGetValue(now, out var target))
                    target.Absorb(rate);
                else
                    _rates[now] = rate;
            }
        }
    }

    /// <summary>Leaves the open interval without judging its counts, since it may have been cut short.</summary>
    private void Skip(List<LogSignal> signals)
    {
        ReportTemplates(signals);
        foreach (var rate in _rates.Values)
            rate.Count = 0;
    }

    private bool Learning => _interval - _start < _options.Learning;

    private void Close(List<LogSignal> signals)
    {
        _interval += _options.Interval;
        var learning = Learning;
        ReportTemplates(signals);
        foreach (var (id, rate) in _rates.ToList())
        {
            if (_miner.Current(id) is null)
                _rates.Remove(id);
            else
                CloseRate(id, rate, learning, signals);
        }
    }

    private void ReportTemplates(List<LogSignal> signals)
    {
        if (!Learning)
            AddTemplates(signals);
        _fresh.Clear();
        _drifted.Clear();
    }

    private void AddTemplates(List<LogSignal> signals)
    {
        foreach (var id in _fresh.Where(id => _miner.Current(id) == id))
        {
            var count = _rates[id].Count;
            var template = _miner.Find(id)!.Text;
            var deployed = _deployedAt is { } at && at <= _interval && _interval - at <= _options.DeploymentWindow ? _deployment : null;
            signals.Add(new LogSignal(
                _interval,
                deployed is null ? LogSignalKind.NewTemplate : LogSignalKind.FirstSeenAfterDeployment,
                id, template, deployed is null ? 0.9 : 0.95, count, 0, deployed, LogSignalText.New(template, count, _start!.Value, deployed, _deployedAt)));
        }

        foreach (var id in _drifted.Where(id => _miner.Current(id) == id && !_fresh.Contains(id)))
        {
            var template = _miner.Find(id)!.Text;
            signals.Add(new LogSignal(
                _interval, LogSignalKind.TemplateDrift, id, template, 0, _rates[id].Count, _rates[id].Mean, null, $"template is now '{template}'"));
        }
    }

    private void CloseRate(long id, TemplateRate rate, bool learning, List<LogSignal> signals)
    {
        var deviation = rate.Deviation();
        var limit = rate.Reported == 0 ? _options.RateThreshold : _options.RateThreshold / 2;
        var state = learning || Math.Abs(deviation) < limit ? 0 : Math.Sign(deviation);
        if (state != rate.Reported)
        {
            var kind = state > 0 ? LogSignalKind.RateUp : state < 0 ? LogSignalKind.RateDown : LogSignalKind.RateNormal;
            var template = _miner.Find(id)!.Text;
            var score = state == 0 ? 0 : 1 - Math.Exp(-Math.Abs(deviation) / 4);
            signals.Add(new LogSignal(_interval, kind, id, template, score, rate.Count, rate.Mean, null, LogSignalText.Rate(template, rate, deviation, _options.Interval)));
            rate.Reported = state;
        }

        rate.Close(_options.Memory, Math.Abs(deviation) >= _options.RateThreshold);
    }
}
