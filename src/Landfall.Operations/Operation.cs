using Landfall.Operations.Changes;

namespace Landfall.Operations;

/// <summary>Something that can be done to a system. It has no state: one instance serves many callers at once.</summary>
/// <remarks>
/// A door (the command line, a server, a pipeline) parses, asks and renders. An operation never asks for a parameter;
/// in its midst it may ask its watcher to agree to something that only then is known.
/// A result that goes on has an <see cref="IAsyncEnumerable{T}"/> in it; a door without streams takes the first of it.
/// </remarks>
/// <typeparam name="TParameters">What it takes: a record that JSON can carry, a description on each property.</typeparam>
/// <typeparam name="TResult">What it gives: a record that JSON can carry.</typeparam>
internal abstract class Operation<TParameters, TResult> : IOperation
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public abstract string Summary { get; }

    /// <inheritdoc />
    public abstract OperationEffect Effect { get; }

    /// <inheritdoc />
    public virtual OperationTraits Traits => OperationTraits.None;

    /// <inheritdoc />
    Type IOperation.Parameters => typeof(TParameters);

    /// <inheritdoc />
    Type IOperation.Result => typeof(TResult);

    /// <summary>Tells what running it would change, and changes nothing.</summary>
    /// <param name="parameters">What it takes.</param>
    /// <param name="context">Who runs it.</param>
    /// <returns>The change; null for an operation that touches nothing in the cloud.</returns>
    public virtual Task<Change?> PreviewAsync(TParameters parameters, OperationContext context) => Task.FromResult<Change?>(null);

    /// <summary>Does it.</summary>
    /// <param name="parameters">What it takes.</param>
    /// <param name="agreed">What the caller has agreed to beforehand.</param>
    /// <param name="context">Who runs it.</param>
    /// <returns>What it gives.</returns>
    /// <exception cref="Config.LandfallException">It cannot be done, for a reason that the caller can mend.</exception>
    public abstract Task<TResult> RunAsync(TParameters parameters, Agreed agreed, OperationContext context);
}
