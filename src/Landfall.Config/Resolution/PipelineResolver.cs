using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Config.Resolution;

/// <summary>Turns a pipeline of a valid file into its plan.</summary>
internal static class PipelineResolver
{
    public static PipelinePlan Resolve(AppConfig config, string name, PipelineModel pipeline)
    {
        var home = config.SettingsOf(pipeline.Stages[0].Environment!);
        return new PipelinePlan
        {
            Name = name,
            Source = Source(pipeline.Source!),
            Mode = pipeline.Mode,
            Review = pipeline.Review is { } review && pipeline.Source!.PullRequest ? new PipelineReviewPlan { Model = review.Model!, FailOn = review.FailOn, MaxTokens = review.MaxTokens } : null,
            Stages = [.. pipeline.Stages.Select(stage => Stage(stage, config.SettingsOf(stage.Environment!)))],
            Account = home.Account,
            Region = home.Region!,
            Preview = pipeline.Preview is { Enabled: true } && config.Previews is { } previews ? Stage(new PipelineStageModel { Environment = PreviewNames.Any }, previews.Settings) : null,
        };
    }

    /// <summary>A pipeline in the place of an environment, so that it is synthesised, compared, locked and deployed as one.</summary>
    public static AppPlan InPlaceOfAnEnvironment(AppConfig config, PipelinePlan pipeline) =>
        EmptyPlan.Of(config.App, PipelineNames.Of(pipeline.Name), pipeline.Region) with
        {
            Account = pipeline.Account,
            Profile = config.SettingsOf(pipeline.Stages[0].Environment).Profile,
            Tags = Ordering.Sorted(config.Document.Tags),
            Pipeline = pipeline,
        };

    private static PipelineSourcePlan Source(PipelineSourceModel source) => new()
    {
        Host = source.Connection is not null ? PipelineHost.Connection
            : source.Codecommit ? PipelineHost.CodeCommit
            : source.Github is not null ? PipelineHost.Github
            : PipelineHost.Gitlab,
        Connection = source.Connection,
        GitlabHost = source.Gitlab ?? "gitlab.com",
        Repository = source.Repository!,
        Folder = source.Folder,
        OwnerId = source.Github?.OwnerId,
        RepositoryId = source.Github?.RepositoryId,
        Branch = source.Branch,
        Tags = source.Tags,
        Paths = source.Paths,
        PullRequest = source.PullRequest,
        Token = source.Token,
    };

    private static PipelineStagePlan Stage(PipelineStageModel stage, SettingsModel settings)
    {
        var approval = stage.Approval ?? new ApprovalModel { Required = false };
        return new PipelineStagePlan
        {
            Environment = stage.Environment!,
            Account = settings.Account,
            Region = settings.Region!,
            Approval = approval.Required,
            ApprovalMinutes = (int)approval.Timeout.TotalMinutes,
            Notify = approval.Notify ?? NotifyResolver.Addresses(settings),
            Builds = [.. settings.Services.Values.Where(service => service.Image?.Build is not null).Select(service => service.Architecture).Distinct().Order()],
            Sites = [.. settings.Services.Where(pair => pair.Value.Type == ServiceType.Site).Select(pair => pair.Value.Was ?? pair.Key).Order(StringComparer.Ordinal)],
        };
    }
}
