using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;

namespace Landfall.Config.Validation;

/// <summary>Checks that pull requests can have environments of their own, and makes the settings of these.</summary>
internal static class PreviewValidator
{
    /// <summary>Reports what keeps them from being made.</summary>
    /// <param name="document">The file.</param>
    /// <param name="environments">Its environments, with everything laid over.</param>
    /// <param name="problems">Has what is wrong so far, and gets more.</param>
    /// <returns>The environments of pull requests; null where there are none.</returns>
    public static Previews? Validate(DocumentModel document, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        var asking = document.AllPipelines.Select(pair => pair.Value)
            .Where(pipeline => pipeline is { IsUnreadable: false, Preview: { IsUnreadable: false, Enabled: true } preview } && preview.Knows("enabled")).ToList();
        foreach (var pipeline in asking)
        {
            CheckSource(pipeline, problems);
        }

        foreach (var second in asking.Skip(1))
        {
            problems.Add(second.MarkOf("preview"), ErrorCodes.PipelineSource, "Two pipelines have 'preview', but a pull request has one environment. Keep it in one of them.");
        }

        if (asking.Count == 0 || !document.Knows("environments"))
        {
            return null;
        }

        foreach (var taken in environments.Where(environment => PreviewNames.IsNear(environment.Name)))
        {
            problems.Add(taken.Place, ErrorCodes.NameReserved, $"An environment cannot be called '{taken.Name}' beside previews, whose names and rights begin with '{PreviewNames.Start}'. Choose another name.");
        }

        return Find(asking[0].Preview!, environments, problems) is { } original ? Make(asking[0].Preview!, original, problems) : null;
    }

    private static void CheckSource(PipelineModel pipeline, ProblemList problems)
    {
        if (pipeline.Source is not { IsUnreadable: false } source || !source.Knows("connection", "codecommit", "pullRequest"))
        {
            return;
        }

        if (source.Connection is not null || source.Codecommit)
        {
            problems.Add(
                pipeline.MarkOf("preview"),
                ErrorCodes.PipelineSource,
                "'preview' is for 'github' and 'gitlab', which tell a pipeline the number of the pull request and that it is closed. Let one of them run the pipeline, or remove 'preview'.");
        }
        else if (!source.PullRequest)
        {
            problems.Add(pipeline.MarkOf("preview"), ErrorCodes.PipelineSource, "'preview' is of pull requests, which are not built. Add 'pullRequest: true' to 'source', or remove 'preview'.");
        }
    }

    private static EnvironmentSettings? Find(PreviewModel preview, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        if (!preview.Knows("of"))
        {
            return null;
        }

        if (preview.Of is { } name)
        {
            var named = environments.FirstOrDefault(environment => environment.Name == name);
            if (named is null)
            {
                problems.Add(preview.MarkOf("of"), ErrorCodes.UnknownReference, $"Previews copy '{name}', but there is no such environment.{Suggestion.DidYouMean(name, environments.Select(environment => environment.Name))}");
            }

            return named;
        }

        // The order of a mapping's keys means nothing, so that it does not choose between two.
        var open = environments.Where(environment => environment.Settings is { Protect: false, Network.Import: null }).ToList();
        if (open.Count == 1)
        {
            return open[0];
        }

        if (environments.All(environment => environment.Settings.Knows("protect", "network")))
        {
            var found = open.Count == 0 ? "there is none" : $"there are {open.Count}: {string.Join(", ", open.Select(environment => environment.Name).Order(StringComparer.Ordinal))}";
            problems.Add(preview.Place, ErrorCodes.PreviewSource, $"Previews copy the environment that is not protected and has a network of its own, and {found}. Say which it is to be: 'preview: {{ of: NAME }}'; its data stays out of them.");
        }

        return null;
    }

    private static Previews? Make(PreviewModel preview, EnvironmentSettings original, ProblemList problems)
    {
        if (original.Settings.Network.Import is not null)
        {
            problems.Add(
                preview.MarkOf("of"),
                ErrorCodes.PreviewSource,
                $"Previews cannot copy '{original.Name}', which imports its network: each would need subnets of its own there. Give one with a network of its own as 'of'.");
            return null;
        }

        var settings = PreviewSettings.Of(original.Settings, preview);
        if (!problems.HasErrors)
        {
            var own = problems.Fresh();
            Validators.Run(original with { Name = PreviewNames.Longest, Settings = settings }, own);
            if (own.HasErrors)
            {
                problems.AddFrom([("previews", own), (original.Name, problems.Fresh())]);
            }
        }

        return new Previews(original.Name, preview.Limit, settings);
    }
}
