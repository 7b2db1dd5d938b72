using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Topology;
using Landfall.Operations.Documents;
using Landfall.Operations.Documents.Writing;
using Landfall.Operations.Listing;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs;

/// <summary>The pages of a feature: what they begin as, and the facts in them that are kept in step.</summary>
internal static class SpecPages
{
    /// <summary>The requirements that a feature begins with: one that holds, to show the form.</summary>
    public static string Requirements(AppPlan plan, string feature)
    {
        var first = plan.Services.OfType<ScaledServicePlan>().FirstOrDefault();
        var (sentence, check) = first is null
            ? ($"The {plan.App} shall run in the region {plan.Region}.", $"plan region = {plan.Region}")
            : Example(first);
        return $"""
            # Requirements of {feature}

            Each heading with an id is a requirement, in one sentence of a form of EARS: 'The … shall …', with 'When …,', 'While …,',
            'Where …,' or 'If …, then' before it. Lines with '>' say why. `landfall spec check` reads the sentences, and holds the checks against
            the plan, the templates and, with `--running`, the running system.

            ## R1 An example that holds

            {sentence}

            > Put the first requirement of {feature} in its place.

            `check: {check}`

            """;
    }

    /// <summary>The design that a feature begins with.</summary>
    public static string Design(AppPlan plan, string feature) => $"""
        # Design of {feature}

        What is to change, and why in this way. The part below is what there is today.

        {FactsPart.Of(plan.Environment, SystemFacts(plan))}

        ## What changes

        """ + "\n";

    /// <summary>The tasks that a feature begins with.</summary>
    public static string Tasks(AppPlan plan, string feature, IReadOnlyList<Requirement> requirements) => $"""
        # Tasks of {feature}

        A task names the requirements that it is for: `- [ ] What is to be done (R1)`.

        - [ ] Write the requirements of {feature} (R1)

        {FactsPart.Of(plan.Environment, TaskFacts(requirements, TasksReader.Read("- [ ] Write the requirements (R1)")))}
        """ + "\n";

    /// <summary>What there is today, by the file.</summary>
    public static string SystemFacts(AppPlan plan)
    {
        var page = MarkdownPage.Write(new Document("", [new Chapter("today", $"{plan.App} {plan.Environment} today", [
            new Drawing(AppTopology.From(plan)),
            new Grid(["Stack", "What is in it"], [.. StackList.Of(plan).Select(stack => (IReadOnlyList<Phrase>)[stack.Name, string.Join(", ", StackContents.Of(plan, stack))])]),
            new Grid(["Service", "Kind", "Uses"], [.. plan.Services.Select(service => (IReadOnlyList<Phrase>)[service.Title, Words.Kind(service), Uses(plan, service)])]),
        ])]));

        // The part has no title and no list of chapters.
        return page[page.IndexOf("\n## ", StringComparison.Ordinal)..];
    }

    /// <summary>Which task is for which requirement.</summary>
    public static string TaskFacts(IReadOnlyList<Requirement> requirements, IReadOnlyList<SpecTask> tasks)
    {
        List<string> lines = ["| Requirement | Checks | Tasks | Done |", "| --- | --- | --- | --- |"];
        foreach (var requirement in requirements)
        {
            var own = tasks.Where(task => task.Requirements.Contains(requirement.Id)).ToList();
            lines.Add(FormattableString.Invariant($"| {requirement.Id} {MarkdownText.Escape(requirement.Title)} | {requirement.Checks.Count} | {own.Count} | {own.Count(task => task.Done)} |"));
        }

        return string.Join('\n', lines);
    }

    private static string Uses(AppPlan plan, ServicePlan service) =>
        string.Join("; ", AppTopology.From(plan).Edges.Where(edge => edge.From == service.Title).Select(edge => $"{edge.Label} {edge.To}"));

    private static (string Sentence, string Check) Example(ScaledServicePlan service) =>
        (FormattableString.Invariant($"The {service.Title} shall run at least {service.Scale.Min} task{(service.Scale.Min == 1 ? "" : "s")}."), FormattableString.Invariant($"service {service.Title} scale.min >= {service.Scale.Min}"));
}
