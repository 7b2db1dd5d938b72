namespace Landfall.AIOps.Logs;

/// <summary>The templates, by id and by skeleton, within their limits.</summary>
internal sealed class TemplateStore(LogTemplateMinerOptions options)
{
    private readonly Dictionary<int, TemplateBucket> _buckets = [];
    private readonly Dictionary<long, MinedTemplate> _byId = [];
    private readonly Dictionary<long, long> _mergedInto = [];
    private readonly Queue<long> _merged = [];
    private long _bytes;

    public long NextId { get; private set; } = 1;

    public IEnumerable<MinedTemplate> Templates => _byId.Values.OrderBy(t => t.Id);

    public IEnumerable<KeyValuePair<long, long>> Merged => _merged.Select(id => KeyValuePair.Create(id, _mergedInto[id]));

    public MinedTemplate? Find(long id)
    {
        while (_mergedInto.TryGetValue(id, out var into))
            id = into;
        return _byId.GetValueOrDefault(id);
    }

    public TemplateBucket BucketOf(TemplateField[] fields)
    {
        var skeleton = TemplateBucket.SkeletonOf(fields);
        if (!_buckets.TryGetValue(skeleton, out var bucket))
            _buckets[skeleton] = bucket = new TemplateBucket(skeleton);
        return bucket;
    }

    public MinedTemplate Create(TemplateField[] fields) => new(NextId++, fields);

    public void Add(TemplateBucket bucket, MinedTemplate template)
    {
        if (bucket.Templates.Count >= TemplateBucket.Capacity)
            Remove(bucket, bucket.Templates.MinBy(t => t.LastUse)!);
        bucket.Templates.Add(template);
        _byId.Add(template.Id, template);
        _bytes += template.Bytes;
        while (_byId.Count > options.MaxTemplates || (_bytes > options.MaxBytes / 2 && _byId.Count > 1))
            Forget(template);
    }

    /// <summary>Makes the siblings and the newcomer one template, the oldest.</summary>
    public MinedTemplate Merge(TemplateBucket bucket, List<MinedTemplate> siblings, MinedTemplate created)
    {
        var target = siblings[0];
        _bytes -= target.Bytes;
        foreach (var other in siblings.Skip(1))
        {
            Remove(bucket, other);
            target.Absorb(other);
            Alias(other.Id, target.Id);
        }

        target.Absorb(created);
        _bytes += target.Bytes;
        bucket.Version++;
        return target;
    }

    public void Restore(long nextId, IEnumerable<MinedTemplate> templates, IEnumerable<KeyValuePair<long, long>> merged)
    {
        foreach (var template in templates)
            Add(BucketOf(template.Fields), template);
        foreach (var (from, into) in merged)
            Alias(from, into);
        NextId = nextId;
    }

    private void Alias(long from, long into)
    {
        _mergedInto[from] = into;
        _merged.Enqueue(from);
        if (_merged.Count > 4 * options.MaxTemplates)
            _mergedInto.Remove(_merged.Dequeue());
    }

    /// <summary>Forgets the templates not seen for longest, an eighth at a time so that the search pays off.</summary>
    private void Forget(MinedTemplate keep)
    {
        var count = Math.Max(1, _byId.Count / 8);
        foreach (var template in _byId.Values.Where(t => t != keep).OrderBy(t => t.LastUse).ThenBy(t => t.Id).Take(count).ToList())
            Remove(BucketOf(template.Fields), template);
    }

    private void Remove(TemplateBucket bucket, MinedTemplate template)
    {
        bucket.Templates.Remove(template);
        template.Gone = true;
        _byId.Remove(template.Id);
        _bytes -= template.Bytes;
        if (bucket.Templates.Count == 0)
            _buckets.Remove(bucket.Skeleton);
    }
}
