namespace Landfall.AIOps.Logs;

/// <summary>Where the values of a known masked line go, so that a line of a form seen before costs one look-up.</summary>
/// <param name="Template">The template.</param>
/// <param name="Bucket">The bucket that the template was found in.</param>
/// <param name="Version">The version of the bucket that this was found for.</param>
/// <param name="Slots">The slot of each value of the line, in order.</param>
internal sealed record ShapeBinding(MinedTemplate Template, TemplateBucket Bucket, int Version, ParameterSlot[] Slots)
{
    public bool Current => Bucket.Version == Version && !Template.Gone;
}
