using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Finds services that use each other in a circle: none of them could be deployed first.</summary>
internal sealed class CycleValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var services = environment.Settings.Services;
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var name in services.Keys)
        {
            Visit(name);
        }

        void Visit(string name)
        {
            path.Add(name);
            foreach (var use in services[name].Uses.Where(use => use.Name != name && services.ContainsKey(use.Name)))
            {
                if (path.IndexOf(use.Name) is >= 0 and var start)
                {
                    problems.Add(
                        use.Place,
                        ErrorCodes.Cycle,
                        $"Services use each other in a circle: {string.Join(" → ", path.Skip(start))} → {use.Name}. Remove one of the edges, or put a queue between them.");
                }
                else if (!done.Contains(use.Name))
                {
                    Visit(use.Name);
                }
            }

            path.RemoveAt(path.Count - 1);
            done.Add(name);
        }
    }
}
