using System.CommandLine;
using System.ComponentModel;
using System.Reflection;
using Landfall.Cli.Terminal;
using Landfall.Operations;

namespace Landfall.Cli.Commands;

/// <summary>A command that is a door to one operation: it parses, asks, runs the operation and renders what that gives.</summary>
/// <typeparam name="TParameters">What the operation takes.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
internal sealed class Door<TParameters, TResult> : Command
{
    private readonly CommandContext _context;
    private readonly Operation<TParameters, TResult> _operation;
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show everything." };

    /// <summary>Makes the command, under the last word of the operation's name.</summary>
    /// <param name="context">What commands work with.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="symbols">
    /// Arguments and options. What has no description takes that of the parameter of its name; <c>--json</c> comes by itself.
    /// </param>
    public Door(CommandContext context, Operation<TParameters, TResult> operation, params ReadOnlySpan<Symbol> symbols)
        : base(operation.Name.Split(' ')[^1], operation.Summary)
    {
        _context = context;
        _operation = operation;
        foreach (var symbol in (ReadOnlySpan<Symbol>)[.. symbols, _json])
        {
            symbol.Description ??= Describe(symbol.Name.Replace("-", "", StringComparison.Ordinal));
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

    /// <summary>Asks a person for what the command line leaves open.</summary>
    public Func<Screen, TParameters, CancellationToken, Task<TParameters>> AskAsync { get; init; } = (_, parameters, _) => Task.FromResult(parameters);

    /// <summary>What was agreed to on the command line.</summary>
    public Func<ParseResult, Agreed> Agree { get; init; } = _ => Agreed.ToNothing;

    /// <summary>Shows a result to a person.</summary>
    public Action<Screen, TResult> Render { get; init; } = (_, _) => { };

    /// <summary>Shows a result that goes on, to a person or, where that is asked for, as JSON: one document after the other.</summary>
    public Func<Screen, TResult, bool, CancellationToken, Task>? FollowAsync { get; init; }

    /// <summary>Shows all of a result to a person who asks for it with <c>--verbose</c>.</summary>
    public Action<Screen, TResult>? Detail
    {
        get;
        init
        {
            field = value;
            Add(_verbose);
        }
    }

    /// <summary>What a script gets; the whole result by default.</summary>
    public Func<TResult, object> Data { get; init; } = result => result!;

    /// <summary>The exit code that a result means.</summary>
    public Func<ParseResult, TResult, int> Code { get; init; } = (_, _) => ExitCode.Done;

    /// <summary>What the parameter is for that an option stands for; an option may be the beginning of its name.</summary>
    private static string Describe(string name) =>
        typeof(TParameters).GetProperties().First(p => p.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .GetCustomAttribute<DescriptionAttribute>()!.Description;

    private async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        var screen = _context.Screen;
        var json = line.GetValue(_json);
        var parameters = Read(line);
        if (screen.Interactive)
            parameters = await AskAsync(screen, parameters, stop).ConfigureAwait(false);
        TResult result;
        using (var watcher = new TerminalWatcher(screen, _context.Time))
        {
            var context = new OperationContext(_context.Caller, watcher, _context.Time, stop);
            result = await _operation.RunAsync(parameters, Agree(line), context).ConfigureAwait(false);
        }

        if (FollowAsync is not null)
            await FollowAsync(screen, result, json, stop).ConfigureAwait(false);
        else if (json)
            JsonOutput.Write(screen, Data(result));
        else
            (line.GetValue(_verbose) ? Detail! : Render)(screen, result);
        return Code(line, result);
    }
}
