namespace Landfall.Operations.Sessions;

/// <summary>Opens a session that runs a command in a task of a service.</summary>
internal sealed class ExecOperation : Operation<ExecParameters, SessionTicket>
{
    /// <inheritdoc />
    public override string Name => "exec";

    /// <inheritdoc />
    public override string Summary => "Run a command in a container that runs, with your terminal on it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override Task<SessionTicket> RunAsync(ExecParameters parameters, Agreed agreed, OperationContext context) => SessionOpener.OpenAsync(
        new SessionPlace(parameters.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.Task, parameters.Container), Name, parameters.Command, context);
}
