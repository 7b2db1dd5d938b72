namespace Landfall.Operations.Security.Templates.Policies;

/// <summary>A rule for what principals may do.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class PrincipalRule(RuleFacts facts) : TemplateRule(facts)
{
    /// <inheritdoc />
    public sealed override IEnumerable<Spot> Check(Template template) => PolicyPlaces.OfPrincipals(template).Where(s => s.Effect == "Allow" && Breaks(s)).Select(s => s.At("Action"));

    /// <summary>Tells whether a statement that allows something breaks the rule.</summary>
    protected abstract bool Breaks(PolicyStatement statement);
}
