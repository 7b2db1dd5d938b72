namespace Landfall.AIOps.Logs;

/// <summary>
/// Learns the templates of log lines as they come, in bounded memory, with one configuration for every system.
/// <para>
/// Values that show in a line's form (numbers, addresses, paths, identifiers) are masked. Masked lines with the same
/// delimiters are compared word by word; where enough siblings differ in one place, that place becomes a parameter and the
/// siblings one template. So the template of a line can widen later, and templates can become one: <see cref="Find"/>
/// gives the present state for any id handed out before. The id returned for a line depends on the lines before it only.
/// </para>
/// <para>Not thread-safe. Lines are messages without their header (time, level, component).</para>
/// </summary>
public sealed class LogTemplateMiner
{
    private const int MaxValues = 512;

    private readonly LogTemplateMinerOptions _options;
    private readonly TemplateStore _store;
    private readonly ShapeCache _shapes;
    private readonly char[] _text;
    private readonly MaskedValue[] _values = new MaskedValue[MaxValues];
    private long _lines;

    /// <summary>Starts with no templates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below its least value.</exception>
    public LogTemplateMiner(LogTemplateMinerOptions? options = null)
    {
        _options = options ?? new LogTemplateMinerOptions();
        _options.Validate();
        _store = new TemplateStore(_options);
        _shapes = new ShapeCache(_options.MaxBytes / 4);
        _text = new char[_options.MaxLineLength];
    }

    /// <summary>Goes on where <see cref="Save"/> stopped: the same lines get the same ids as if it had not stopped.</summary>
    /// <param name="state">What was saved.</param>
    /// <param name="options">The limits; the same as before, or some templates are forgotten at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below its least value.</exception>
    public LogTemplateMiner(LogTemplateMinerState state, LogTemplateMinerOptions? options = null)
        : this(options)
    {
        ArgumentNullException.ThrowIfNull(state);
        _lines = state.Lines;
        _store.Restore(state.NextId, state.Templates.Select(t => t.ToTemplate()), state.Merged);
    }

    /// <summary>The templates known now, oldest first.</summary>
    public IReadOnlyList<LogTemplate> Templates => [.. _store.Templates.Select(TemplateText.Describe)];

    /// <summary>Learns from one line and says which template it has.</summary>
    /// <param name="line">The message; any characters, any length.</param>
    public LogMatch Add(ReadOnlySpan<char> line)
    {
        _lines++;
        line = line[..Math.Min(line.Length, _options.MaxLineLength)];
        if (line.ContainsAnyInRange('\uD800', '\uDFFF'))
            line = Utf16.Repair(line);
        var (length, count) = LineMask.Apply(line, _text, _values);
        var masked = _text.AsSpan(0, length);
        var values = _values.AsSpan(0, count);
        var change = LogMatchChange.None;
        var binding = _shapes.Find(masked);
        if (binding is null)
        {
            binding = Bind(new LineFields(line, masked, values, _options.MaxFields), out change);
            _shapes.Add(masked, binding);
        }

        for (var i = 0; i < values.Length; i++)
            binding.Slots[i].Observe(line.Slice(values[i].Start, values[i].Length), values[i].Kind);
        binding.Template.Count++;
        binding.Template.LastUse = _lines;
        return new LogMatch(binding.Template.Id, change);
    }

    /// <summary>The present state of the template that an id was given for, or null where it was forgotten.</summary>
    public LogTemplate? Find(long id) => _store.Find(id) is { } template ? TemplateText.Describe(template) : null;

    /// <summary>The id that stands now for an id handed out before, or null where the template was forgotten.</summary>
    public long? Current(long id) => _store.Find(id)?.Id;

    /// <summary>What has been learnt, independent of this instance.</summary>
    public LogTemplateMinerState Save() =>
        new(_lines, _store.NextId, [.. _store.Templates.Select(LogTemplateState.Of)], [.. _store.Merged]);

    private ShapeBinding Bind(LineFields line, out LogMatchChange change)
    {
        change = LogMatchChange.None;
        var fields = line.ToArray();
        var bucket = _store.BucketOf(fields);
        var siblings = new Dictionary<Difference, List<MinedTemplate>>();
        var template = bucket.Find(fields, siblings);
        if (template is not null)
        {
            template.Observe(fields);
        }
        else
        {
            var created = _store.Create(fields);
            created.LastUse = _lines;
            if (MergeRule.Choose(fields, siblings) is { } same)
            {
                template = _store.Merge(bucket, same, created);
                change = LogMatchChange.Widened;
            }
            else
            {
                template = created;
                _store.Add(bucket, created);
                change = LogMatchChange.New;
            }
        }

        return new ShapeBinding(template, bucket, bucket.Version, line.SlotsIn(template));
    }
}
