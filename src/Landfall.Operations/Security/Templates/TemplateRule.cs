namespace Landfall.Operations.Security.Templates;

/// <summary>A rule for templates.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class TemplateRule(RuleFacts facts) : SecurityRule(facts)
{
    /// <summary>Finds where it does not hold.</summary>
    /// <param name="template">The template.</param>
    /// <returns>The places.</returns>
    public abstract IEnumerable<Spot> Check(Template template);
}
