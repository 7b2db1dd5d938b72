using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;

namespace Landfall.Cli.Commands;

/// <summary>A command that is a door to one operation: it parses, runs the operation and renders what that gives.</summary>
/// <typeparam name="TParameters">What the operation takes.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
internal sealed class Door<TParameters, TResult> : Command
{
    private readonly CommandContext _context;
    private readonly Operation<TParameters, TResult> _operation;
    private readonly Option<bool> _json = SharedOptions.Json();

    /// <summary>Makes the command, under the last word of the operation's name.</summary>
    /// <param name="context">What commands work with.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="symbols">Arguments and options; <c>--json</c> comes by itself.</param>
    public Door(CommandContext context, Operation<TParameters, TResult> operation, params ReadOnlySpan<Symbol> symbols)
        : base(operation.Name.Split(' ')[^1], operation.Summary)
    {
        _context = context;
        _operation = operation;
        foreach (var symbol in (ReadOnlySpan<Symbol>)[.. symbols, _json])
        {
            if (symbol is Argument argument)
                Add(argument);
            else
                Add((Option)symbol);
        }

        SetAction(RunAsync);
    }

    /// <summary>The operation.</summary>
    public IOperation Operation => _operation;

    /// <summary>Makes the operation's parameters out of the command line.</summary>
    public required Func<ParseResult, TParameters> Read { get; init; }

    /// <summary>Shows a result to a person.</summary>
    public required Action<Screen, TResult> Render { get; init; }

    /// <summary>What a script gets; the whole result where this is null.</summary>
    public Func<TResult, object>? Data { get; init; }

    /// <summary>What was agreed to on the command line.</summary>
    public Func<ParseResult, Agreed> Agree { get; init; } = _ => Agreed.ToNothing;

    private async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        using var watcher = new TerminalWatcher(_context.Screen);
        var result = await _operation.RunAsync(
            Read(line), Agree(line), new OperationContext(_context.Caller, watcher, _context.Time, stop)).ConfigureAwait(false);
        watcher.Dispose();
        if (line.GetValue(_json))
            JsonOutput.Write(_context.Screen, Data is null ? result! : Data(result));
        else
            Render(_context.Screen, result);
        return ExitCode.Done;
    }
}
