using System.Globalization;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Operations;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Explaining;
using Landfall.Operations.Projects;
using Landfall.Operator.Loop;
using Landfall.Operator.Playbooks;
using Landfall.Operator.Repairs;
using Landfall.Operator.Signals;
using Landfall.Operator.Sources;
using Landfall.Operator.Store;

namespace Landfall.Operator.Operating;

/// <summary>Watches an environment: what is wrong becomes incidents, with their causes, and repairs that are proposed or made.</summary>
internal sealed class OperateOperation : Operation<OperateParameters, OperateReport>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestCalm = TimeSpan.FromDays(1);

    // Our own choice: soon enough for a person, and some ten requests a minute.
    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public override string Name => "operate";

    /// <inheritdoc />
    public override string Summary => "Watch an environment until interrupted: what is wrong becomes incidents, with their likely causes and, where you say so, repairs.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override async Task<OperateReport> RunAsync(OperateParameters parameters, Agreed agreed, OperationContext context)
    {
        var every = Time("every", parameters.Every, UsualTime, Shortest, Longest);
        var options = new OperatorOptions { ResolveAfter = Time("resolve-after", parameters.ResolveAfter, new OperatorOptions().ResolveAfter, TimeSpan.Zero, LongestCalm) };
        var (root, plan) = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var mode = ModeOf(parameters.Mode) ?? plan.Operate.Mode;
        if (mode > plan.Operate.Mode)
            throw ModeLimit.Exceeded(parameters.Folder, plan, mode);
        var guard = RepairGuard.Of(plan);
        var shelf = PlaybookShelf.Read(root);
        shelf.RequireSound();
        var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        try
        {
            if ((await EnvironmentStacks.ListAsync(target.Regions, plan, context.Stop).ConfigureAwait(false)).Count == 0)
                throw new LandfallException(ErrorCodes.NotDeployed, $"{plan.App} {plan.Environment} is not deployed, so that there is nothing to watch. Deploy first: landfall deploy --env {plan.Environment}{(parameters.Local ? " --local" : "")}");
            var trail = new AccountTrailStore(target, plan);
            var run = new OperatorRun(
                plan,
                new SignalReader([new ServiceSource(target, plan), new AlarmSource(target, plan), new ChangeSource(trail, plan)], context.Time),
                new Investigator(target, plan),
                new OperatorLoop(OperatorTopology.Of(plan), options),
                new RepairDesk(mode, shelf.All, guard, new RepairHands(target, plan, trail, parameters.Folder, parameters.Local, context.Time), context.Time),
                context.Time);
            var file = StoreFile.Of(plan, target.Account, parameters.Local);
            var owner = string.Create(CultureInfo.InvariantCulture, $"{context.Caller.Name}, process {Environment.ProcessId}");
            return new OperateReport(!parameters.Once, RepairLimits.Of(plan.Operate, mode), TicksAsync(run, file, owner, parameters.Once ? null : every, target, trail, context.Stop));
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    private static async IAsyncEnumerable<OperatorTick> TicksAsync(
        OperatorRun run, string file, string owner, TimeSpan? every, AwsTarget target, AccountTrailStore trail, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        using (target)
        using (trail)
        {
            await foreach (var tick in run.RunAsync(file, owner, every, stop).ConfigureAwait(false))
                yield return tick;
        }
    }

    private static RepairMode? ModeOf(string? word) => word is null
        ? null
        : Enum.GetValues<RepairMode>().Cast<RepairMode?>().FirstOrDefault(mode => EnumWord.Of(mode!.Value) == word) ?? throw new LandfallException(
            ErrorCodes.RepairMode, $"--mode is '{word}', and has to be one of {string.Join(", ", Enum.GetValues<RepairMode>().Select(EnumWord.Of))}.");

    private static TimeSpan Time(string option, string? text, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (text is null)
            return otherwise;
        return Duration.TryParse(text, out var time) && time >= least && time <= most
            ? time
            : throw new LandfallException(ErrorCodes.OperatorTimes, $"--{option} is '{text}', and has to be a time between {Duration.Format(least)} and {Duration.Format(most)}, for example --{option} {Duration.Format(otherwise)}.");
    }
}
