namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>What a command works on: read, and locked against other commands until the transaction ends.</summary>
public interface IOpened
{
    /// <summary>The codes of the offices whose it is; the caller's role must be held for each.</summary>
    IEnumerable<string> Offices { get; }
}

/// <summary>What is of no office: the ministry's catalogue, access tokens, the service's own upkeep.</summary>
public sealed record OfNoOffice<T>(T Subject) : IOpened
{
    public IEnumerable<string> Offices => [];
}
