using Landfall.Operations.Accounts;
using Landfall.Operations.Alarms;
using Landfall.Operations.Asking;
using Landfall.Operations.Assistants;
using Landfall.Operations.Auditing;
using Landfall.Operations.Builds;
using Landfall.Operations.Changes;
using Landfall.Operations.Checks;
using Landfall.Operations.Connecting;
using Landfall.Operations.Cost;
using Landfall.Operations.Dashboards;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Doctor;
using Landfall.Operations.Documents;
using Landfall.Operations.DotEnv;
using Landfall.Operations.Drifting;
using Landfall.Operations.Events;
using Landfall.Operations.Explaining;
using Landfall.Operations.Handover;
using Landfall.Operations.History;
using Landfall.Operations.Images;
using Landfall.Operations.Importing;
using Landfall.Operations.Init;
using Landfall.Operations.Kubernetes;
using Landfall.Operations.Listing;
using Landfall.Operations.LocalAws;
using Landfall.Operations.LocalRun;
using Landfall.Operations.Logs;
using Landfall.Operations.Migration.Compose;
using Landfall.Operations.Migration.Copilot;
using Landfall.Operations.Migration.Ecs;
using Landfall.Operations.Networks;
using Landfall.Operations.OneOff;
using Landfall.Operations.Opening;
using Landfall.Operations.Operating;
using Landfall.Operations.Pipelines;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Pipelines.Reviews;
using Landfall.Operations.Projects;
using Landfall.Operations.Queues;
using Landfall.Operations.Releases;
using Landfall.Operations.Repairing;
using Landfall.Operations.Resizing;
using Landfall.Operations.Restoring;
using Landfall.Operations.Rollouts;
using Landfall.Operations.Secrets;
using Landfall.Operations.Security;
using Landfall.Operations.Sessions;
using Landfall.Operations.Sessions.Copying;
using Landfall.Operations.Shifting;
using Landfall.Operations.Sleep;
using Landfall.Operations.Snapshots;
using Landfall.Operations.Specs;
using Landfall.Operations.Status;
using Landfall.Operations.Synthesis;
using Landfall.Operations.Top;
using Landfall.Operations.Tuning;

namespace Landfall.Operations;

/// <summary>The operations that a door offers. Another project's operations come in by being added.</summary>
/// <param name="operations">The operations.</param>
internal sealed class OperationRegistry(params IEnumerable<IOperation> operations)
{
    private readonly SortedDictionary<string, IOperation> _byName =
        new(operations.ToDictionary(o => o.Name, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The operations of this project.</summary>
    public static OperationRegistry Own { get; } = new(
        new AlarmsOperation(),
        new AskOperation(),
        new AuditOperation(),
        new BuildExplainOperation(),
        new BuildImagesOperation(),
        new CheckOperation(),
        new ConnectEmrOperation(),
        new ContextRefreshOperation(),
        new CopyOperation(),
        new CostOperation(),
        new DashboardExportGrafanaOperation(),
        new DataSnapshotOperation(),
        new DataSnapshotsOperation(),
        new DataRestoreOperation(),
        new DataDiscardOperation(),
        new DeployOperation(),
        new DestroyOperation(),
        new DiffOperation(),
        new DocsOperation(),
        new DoctorOperation(),
        new DriftOperation(),
        new EnvOperation(),
        new EventsOperation(),
        new ExecOperation(),
        new ExplainOperation(),
        new GraphOperation(),
        new HandoverOperation(),
        new HistoryOperation(),
        new ImportOperation(),
        new InitOperation(),
        new ListOperation(),
        new LocalRunOperation(),
        new LocalStartOperation(),
        new LocalStatusOperation(),
        new LocalStopOperation(),
        new LogsOperation(),
        new McpConfigOperation(),
        new MigrateComposeOperation(),
        new MigrateCopilotOperation(),
        new MigrateEcsOperation(),
        new NetworkPlanOperation(),
        new OpenOperation(),
        new OutputsOperation(),
        new PauseOperation(),
        new PipelineDeployOperation(),
        new PipelineDestroyOperation(),
        new PipelineDiffOperation(),
        new PipelineExportCodepipelineOperation(),
        new PipelineExportGithubOperation(),
        new PipelineExportGitlabOperation(),
        new PipelineReportOperation(),
        new PipelineReviewOperation(),
        new QueuePeekOperation(),
        new QueueRedriveOperation(),
        new ReleaseOperation(),
        new ReleasesOperation(),
        new RepairOperation(),
        new ResizeOperation(),
        new RestartOperation(),
        new ResumeOperation(),
        new RollbackOperation(),
        new RolloutContinueOperation(),
        new RolloutRollbackOperation(),
        new RunOperation(),
        new ScaleOperation(),
        new SchemaOperation(),
        new SecretListOperation(),
        new SecretRotateOperation(),
        new SecretSetOperation(),
        new SecurityOperation(),
        new DiagnoseOperation(),
        new ShellOperation(),
        new SleepOperation(),
        new ShiftAwayOperation(),
        new SpecCheckOperation(),
        new SpecNewOperation(),
        new SpecRenderOperation(),
        new StatusOperation(),
        new SynthOperation(),
        new TopOperation(),
        new TuneOperation(),
        new TunnelOperation(),
        new UnlockOperation(),
        new ValidateOperation(),
        new WakeOperation());

    /// <summary>Every operation, by name.</summary>
    public IReadOnlyCollection<IOperation> All => _byName.Values;

    /// <summary>Finds an operation.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The operation, or null when there is none of that name.</returns>
    public IOperation? Find(string name) => _byName.GetValueOrDefault(name);
}
