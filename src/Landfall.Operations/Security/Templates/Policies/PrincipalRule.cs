using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Templates.Policies;

/// <summary>A rule for what principals may do.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class PrincipalRule(RuleFacts facts) : TemplateRule(facts)
{
    /// <inheritdoc />
    public sealed override IEnumerable<Spot> Check(Template template) => PolicyPlaces.OfPrincipals(template).Where(s => s.Effect == "Allow" && Breaks(s)).Select(s => s.At("Action").FixedBy(Fix(s)));

    /// <summary>The edits after which it holds; none where only a person knows what is needed.</summary>
    protected virtual IReadOnlyList<Edit> Fix(PolicyStatement statement) => [];

    /// <summary>Tells whether a statement that allows something breaks the rule.</summary>
    protected abstract bool Breaks(PolicyStatement statement);
}
