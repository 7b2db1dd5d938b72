using System.CommandLine;

namespace Landfall.Cli.Commands;

/// <summary>Every command of the program.</summary>
internal static class LandfallCommandLine
{
    /// <summary>Makes the root command.</summary>
    /// <param name="context">What commands work with.</param>
    /// <returns>The root command.</returns>
    public static RootCommand Create(CommandContext context) => HelpWithExamples.AddTo(new("One file, landfall.yaml, becomes a production system on AWS.")
    {
        InitCommand.Create(context),
        ValidateCommand.Create(context),
        ListCommand.Create(context),
        GraphCommand.Create(context),
        DocsCommand.Create(context),
        SpecCommand.Create(context),
        SynthCommand.Create(context),
        DiffCommand.Create(context),
        CostCommand.Create(context),
        DeployCommand.Create(context),
        CheckCommand.Create(context),
        HandoverCommand.Create(context),
        ReleaseCommand.Create(context),
        ReleasesCommand.Create(context),
        RollbackCommand.Create(context),
        RolloutCommand.Create(context),
        StatusCommand.Create(context),
        LogsCommand.Create(context),
        ExplainCommand.Create(context),
        EventsCommand.Create(context),
        AlarmsCommand.Create(context),
        DriftCommand.Create(context),
        TopCommand.Create(context),
        TuneCommand.Create(context),
        RepairCommand.Create(context),
        ResizeCommand.Create(context),
        HistoryCommand.Create(context),
        AuditCommand.Create(context),
        RunCommand.Create(context),
        ExecCommand.Create(context),
        ShellCommand.Create(context),
        TunnelCommand.Create(context),
        QueueCommand.Create(context),
        ConnectCommand.Create(context),
        OpenCommand.Create(context),
        OutputsCommand.Create(context),
        DoctorCommand.Create(context),
        EnvCommand.Create(context),
        OperateCommand.CreateRestart(context),
        OperateCommand.CreateScale(context),
        OperateCommand.CreatePause(context),
        OperateCommand.CreateResume(context),
        SleepCommand.Create(context),
        SleepCommand.CreateWake(context),
        ShiftAwayCommand.Create(context),
        DestroyCommand.Create(context),
        UnlockCommand.Create(context),
        ContextCommand.Create(context),
        NetworkCommand.Create(context),
        PipelineCommand.Create(context),
        BuildCommand.Create(context),
        DashboardCommand.Create(context),
        SecretCommand.Create(context),
        DataCommand.Create(context),
        ImportCommand.Create(context),
        SecurityCommand.Create(context),
        MigrateCommand.Create(context),
        LocalCommand.Create(context),
        SchemaCommand.Create(context),
        CompletionCommand.Create(context),
    });
}
