namespace Landfall.Operations.Tests.Deployment.Locks;

/// <summary>A clock that a test sets; its timers run when it is moved.</summary>
internal sealed class SetTime : TimeProvider
{
    private readonly List<SetTimer> _timers = [];

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SetTimer(() => callback(state), Now + dueTime, period);
        if (dueTime > TimeSpan.Zero)
            _timers.Add(timer);
        return timer;
    }

    /// <summary>Moves the clock; every timer that is due runs once.</summary>
    public void Move(TimeSpan by)
    {
        Now += by;
        foreach (var timer in _timers.ToList())
            timer.RunIfDue(Now);
    }

    private sealed class SetTimer(Action run, DateTimeOffset due, TimeSpan period) : ITimer
    {
        private DateTimeOffset _due = due;
        private bool _ended;

        public void RunIfDue(DateTimeOffset now)
        {
            if (_ended || now < _due)
                return;
            _due = now + period;
            run();
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod) => true;

        public void Dispose() => _ended = true;

        public ValueTask DisposeAsync()
        {
            _ended = true;
            return ValueTask.CompletedTask;
        }
    }
}
