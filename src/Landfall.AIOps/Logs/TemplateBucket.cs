namespace Landfall.AIOps.Logs;

/// <summary>The templates of one skeleton: the same number of fields, with the same delimiters at the same places.</summary>
internal sealed class TemplateBucket(int skeleton)
{
    /// <summary>Bounds the comparisons for a line of a new form.</summary>
    public const int Capacity = 512;

    public int Skeleton { get; } = skeleton;

    /// <summary>In the order of their ids.</summary>
    public List<MinedTemplate> Templates { get; } = [];

    /// <summary>Counts the merges: they alone can send a known form of line elsewhere, so older bindings are looked up again.</summary>
    public int Version { get; set; }

    /// <summary>A number that is the same for fields with the same skeleton.</summary>
    public static int SkeletonOf(TemplateField[] fields)
    {
        var hash = fields.Length;
        foreach (var field in fields)
            hash = unchecked(hash * 31 + (field.Word ? 1 : field.Space ? 2 : field.Text![0]));
        return hash;
    }

    /// <summary>The most specific template that admits the fields, the oldest of equals; or null, with the siblings by difference.</summary>
    public MinedTemplate? Find(TemplateField[] fields, Dictionary<Difference, List<MinedTemplate>> siblings)
    {
        MinedTemplate? best = null;
        foreach (var template in Templates)
        {
            if (Difference.Between(template.Fields, fields) is not { } difference)
                continue;
            if (difference == Difference.None)
            {
                if (best is null || template.OpenCount < best.OpenCount)
                    best = template;
                continue;
            }

            if (!siblings.TryGetValue(difference, out var list))
                siblings[difference] = list = [];
            list.Add(template);
        }

        return best;
    }
}
