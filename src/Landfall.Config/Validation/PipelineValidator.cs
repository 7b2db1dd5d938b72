using Landfall.Config.Binding;
using Landfall.Config.Limits;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;

namespace Landfall.Config.Validation;

/// <summary>Checks the pipelines, which concern several environments at once.</summary>
internal static class PipelineValidator
{
    // Source, build and update are three stages, an environment is three.
    private static readonly int MostEnvironments = (LimitList.Of("AWS::CodePipeline::Pipeline", "stages").Whole - 3) / 3;

    private static readonly string[] CodePipelineTypes = ["AWS::CodePipeline::Pipeline", "AWS::CodeBuild::Project"];

    private static readonly string[] ConnectionTypes = ["AWS::CodeConnections::Connection"];

    /// <summary>The resource types without which a pipeline on AWS is refused.</summary>
    public static IReadOnlyList<string> Asked { get; } = [.. CodePipelineTypes, .. ConnectionTypes];

    /// <summary>Reports what is wrong with the pipelines.</summary>
    /// <param name="document">The file.</param>
    /// <param name="environments">Its environments, with everything laid over.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Validate(DocumentModel document, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        CheckNames(document, problems);
        foreach (var (_, pipeline) in document.AllPipelines.Where(pair => !pair.Value.IsUnreadable))
        {
            if (pipeline.Source is { IsUnreadable: false } source)
            {
                CheckSource(source, problems);
            }

            if (pipeline.Knows("stages") && document.Knows("environments"))
            {
                CheckStages(pipeline, environments, problems);
            }

            if (pipeline is { Source: { IsUnreadable: false, Token: not null } told } && document.Knows("environments"))
            {
                CheckToken(told, pipeline, environments, problems);
            }

            if (pipeline is { Source: { IsUnreadable: false } reviewed, Review.IsUnreadable: false })
            {
                PipelineReviewValidator.Check(pipeline, reviewed, environments, problems);
            }

            if (pipeline.Source?.Github is not null && pipeline.Has("mode") && pipeline.Mode == PipelineMode.Queued)
            {
                problems.Warn(pipeline.MarkOf("mode"), ErrorCodes.NoEffect, "'mode: queued' has no effect: of the runs that wait, GitHub Actions keeps the newest only.");
            }
        }
    }

    private static void CheckNames(DocumentModel document, ProblemList problems)
    {
        foreach (var name in document.Pipelines.Keys)
        {
            NameValidator.CheckCharacters(name, document.MarkOf("pipelines", name), problems);
        }

        foreach (var name in document.AllPipelines.Any() ? document.Environments.Keys : [])
        {
            if (name == PipelineNames.Word || name.StartsWith($"{PipelineNames.Word}-", StringComparison.Ordinal))
            {
                problems.Add(document.MarkOf("environments", name), ErrorCodes.NameReserved, $"An environment cannot be called '{name}' beside a pipeline, whose stack has that name. Choose another name.");
            }
        }
    }

    private static void CheckSource(PipelineSourceModel source, ProblemList problems)
    {
        if (!source.Knows("connection", "codecommit", "github", "gitlab"))
        {
            return;
        }

        var given = new[] { source.Connection is null ? null : "connection", source.Codecommit ? "codecommit" : null, source.Github is null ? null : "github", source.Gitlab is null ? null : "gitlab" }
            .OfType<string>().ToList();
        if (given.Count != 1)
        {
            problems.Add(
                given.Count == 0 ? source.Place : source.MarkOf(given[1]),
                ErrorCodes.PipelineSource,
                $"'source' has {(given.Count == 0 ? "none" : string.Join(" and ", given))} of 'connection', 'codecommit', 'github' and 'gitlab', but needs exactly one: it says who runs the pipeline.");
            return;
        }

        if (source.Repository is { } repository && source.Codecommit == repository.Contains('/', StringComparison.Ordinal))
        {
            problems.Add(
                source.MarkOf("repository"),
                ErrorCodes.PipelineSource,
                source.Codecommit
                    ? $"'repository' is '{repository}', but the name of a CodeCommit repository has no slash."
                    : $"'repository' is '{repository}', but has to name the owner too, such as acme/{repository}.");
        }

        if (source.Codecommit && (source.Tags.Count > 0 || source.Paths.Count > 0 || source.PullRequest))
        {
            // CodePipeline User Guide, "Filter triggers on code push or pull requests": of sources with a connection only.
            problems.Add(
                source.MarkOf(source.Tags.Count > 0 ? "tags" : source.Paths.Count > 0 ? "paths" : "pullRequest"),
                ErrorCodes.PipelineSource,
                "With 'codecommit', CodePipeline starts at pushes to the branch only. Remove 'tags', 'paths' and 'pullRequest', or use a 'connection'.");
        }

        if (source.Github is { IsUnreadable: false } github && github.Knows("ownerId", "repositoryId") && github.OwnerId is null != github.RepositoryId is null)
        {
            problems.Add(github.Place, ErrorCodes.PipelineSource, "'github' has one of 'ownerId' and 'repositoryId', but the subject of GitHub's tokens has both or none. Give both.");
        }
    }

    private static void CheckToken(PipelineSourceModel source, PipelineModel pipeline, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        if (source.Knows("connection", "codecommit", "github", "gitlab") && (source.Codecommit || source.Github is not null || source.Gitlab is not null))
        {
            problems.Add(
                source.MarkOf("token"),
                ErrorCodes.PipelineSource,
                "'token' is for a 'connection': GitHub Actions has a token of its own, GitLab reads one from a CI/CD variable, and CodeCommit builds no pull requests. Remove 'token'.");
        }
        else if (source.Knows("pullRequest") && !source.PullRequest)
        {
            problems.Warn(source.MarkOf("token"), ErrorCodes.NoEffect, "'token' has no effect: it shows the change of pull requests, which are not built. Add 'pullRequest: true', or remove 'token'.");
        }

        // The pipeline is where its first environment is, and so is the secret that it can read.
        if (!pipeline.Knows("stages") || pipeline.Stages is not [var first, ..] || environments.FirstOrDefault(environment => environment.Name == first.Environment) is not { } home || !home.Settings.Knows("secrets"))
        {
            return;
        }

        if (!home.Settings.Secrets.TryGetValue(source.Token!, out var secret))
        {
            problems.Add(
                source.MarkOf("token"),
                ErrorCodes.UnknownReference,
                $"'token' is '{source.Token}', but '{home.Name}', the first environment of the pipeline, has no such secret.{Suggestion.DidYouMean(source.Token!, home.Settings.Secrets.Keys)} Add 'secrets: {{ {source.Token}: {{}} }}'.");
        }
        else if (secret is { IsUnreadable: false, Generate: not null })
        {
            problems.Add(
                source.MarkOf("token"),
                ErrorCodes.PipelineSource,
                $"'token' is '{source.Token}', whose value is generated, and no service knows a token that it has not made. Remove 'generate' from it, and give it the token with 'landfall secret set'.");
        }
    }

    private static void CheckStages(PipelineModel pipeline, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = environments.Select(environment => environment.Name).ToList();
        var onAws = pipeline.Source is { } source && (source.Connection is not null || source.Codecommit);
        if (pipeline.Stages.Count > MostEnvironments)
        {
            problems.Add(pipeline.MarkOf("stages"), ErrorCodes.ItemCount, $"'stages' has {pipeline.Stages.Count} environments, but a pipeline has room for {MostEnvironments}. Make two pipelines of it.");
        }

        foreach (var stage in pipeline.Stages.Where(stage => stage.Environment is not null))
        {
            var name = stage.Environment!;
            if (environments.FirstOrDefault(environment => environment.Name == name) is not { } environment)
            {
                problems.Add(stage.MarkOf("environment"), ErrorCodes.UnknownReference, $"A stage deploys to '{name}', but there is no such environment.{Suggestion.DidYouMean(name, names)}");
            }
            else if (!seen.Add(name))
            {
                problems.Add(stage.MarkOf("environment"), ErrorCodes.PipelineStage, $"Two stages of the pipeline deploy to '{name}'. Remove one of them.");
            }
            else
            {
                CheckApproval(stage, environment, onAws, problems);
            }
        }

        var homes = pipeline.Stages.Select(stage => environments.FirstOrDefault(environment => environment.Name == stage.Environment)).OfType<EnvironmentSettings>().ToList();
        if (onAws && homes.Count > 0)
        {
            CheckHome(pipeline, homes, problems);
        }
    }

    private static void CheckApproval(PipelineStageModel stage, EnvironmentSettings environment, bool onAws, ProblemList problems)
    {
        if (stage.Approval is not { IsUnreadable: false } approval || !approval.Knows("required", "notify"))
        {
            return;
        }

        for (var i = 0; i < (approval.Notify?.Count ?? 0); i++)
        {
            NotifyValidator.Check(approval.Notify![i], approval.MarkOf("notify", i), problems);
        }

        if (!onAws)
        {
            if (approval.Has("notify") || approval.Has("timeout"))
            {
                problems.Warn(approval.MarkOf(approval.Has("notify") ? "notify" : "timeout"), ErrorCodes.NoEffect, "'notify' and 'timeout' of an approval have no effect where GitHub or GitLab runs the pipeline: they tell the environment's reviewers.");
            }
        }
        else if (approval.Required && environment.Settings.Knows("notify") && (approval.Notify ?? NotifyResolver.Addresses(environment.Settings)).Count == 0)
        {
            problems.Add(
                stage.MarkOf("approval"),
                ErrorCodes.ApprovalRecipients,
                $"Changes of '{environment.Name}' wait for approval, but nobody is told: the environment has no address in 'notify'. Give it one, or the approval ('approval: {{ notify: [ops@example.com] }}').");
        }
    }

    private static void CheckHome(PipelineModel pipeline, IReadOnlyList<EnvironmentSettings> homes, ProblemList problems)
    {
        var home = homes[0].Settings;
        if (homes.All(each => each.Settings.Knows("account")) && homes.FirstOrDefault(other => other.Settings.Account is null != home.Account is null) is { } other)
        {
            problems.Add(
                pipeline.MarkOf("stages"),
                ErrorCodes.PipelineAccount,
                $"The file gives the account of one of '{homes[0].Name}' and '{other.Name}' only, so that it is open whether the pipeline has to reach another account. Give both their 'account'.");
        }

        if (RegionTable.Find(home.Region) is not { } region)
        {
            return;
        }

        var missing = (pipeline.Source!.Connection is null ? CodePipelineTypes : Asked).Where(region.MissingTypes.Contains).ToList();
        if (missing.Count > 0)
        {
            var needsConnection = missing.Except(CodePipelineTypes, StringComparer.Ordinal).Any() && missing.Count == 1;
            problems.Add(
                pipeline.Source.Place,
                ErrorCodes.NotInRegion,
                $"The pipeline is in the region of its first environment and needs {string.Join(" and ", missing)}, which {region.Name} does not have. Let GitHub or GitLab run it ('github' or 'gitlab' in place of '{(pipeline.Source.Connection is null ? "codecommit" : "connection")}', then 'landfall pipeline export'){(needsConnection ? ", or use 'codecommit'" : "")}.");
        }
    }
}
