using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs;

/// <summary>What the generated parts of a feature's pages have to be.</summary>
/// <param name="folder">The specifications.</param>
/// <param name="plan">Gives the plan of an environment; throws for one that the file does not have.</param>
internal sealed class SpecStaleness(SpecFolder folder, Func<string, AppPlan> plan)
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    /// <summary>Finds the pages of a feature that are not what they have to be.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="requirements">Its requirements.</param>
    /// <param name="faults">Gets what is wrong with a page's part.</param>
    /// <returns>The file, the line of its part, and what has to be in the file.</returns>
    public IReadOnlyList<(string File, int Line, string Wanted)> Of(string feature, IReadOnlyList<Requirement> requirements, ICollection<SpecFault> faults)
    {
        var stale = new List<(string, int, string)>();
        foreach (var file in (string[])[SpecFolder.Design, SpecFolder.Tasks])
        {
            if (folder.Read(feature, file) is not { } page || FactsPart.EnvironmentOf(page) is not { } environment)
                continue; // a page may do without: whoever has taken the part out wants it so
            string facts;
            try
            {
                facts = file == SpecFolder.Design ? FactsOf(environment) : SpecPages.TaskFacts(requirements, TasksReader.Read(page));
            }
            catch (LandfallException e)
            {
                faults.Add(new SpecFault(SpecFolder.NameOf(feature, file), FactsPart.LineOf(page), $"The facts here are of '{environment}': {e.Message}"));
                continue;
            }

            var wanted = FactsPart.Replace(page, FactsPart.Of(environment, facts));
            if (wanted != page)
                stale.Add((file, FactsPart.LineOf(page), wanted));
        }

        return stale;
    }

    /// <summary>Of every feature the same, and the file is read for it.</summary>
    private string FactsOf(string environment)
    {
        if (!_facts.TryGetValue(environment, out var facts))
            _facts[environment] = facts = SpecPages.SystemFacts(plan(environment));
        return facts;
    }
}
