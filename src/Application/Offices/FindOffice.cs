using Mediator;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Offices;

/// <summary>The office with this code ("TH-43-P2"), or null.</summary>
public sealed record FindOffice(string Code) : ILookupQuery<Office>;

public sealed class FindOfficeHandler(IReadStore store) : IQueryHandler<FindOffice, Lookup<Office>>
{
    public ValueTask<Lookup<Office>> Handle(FindOffice query, CancellationToken cancellationToken) =>
        new(new Lookup<Office>(nameof(FindOffice), [query.Code], values => Of((string)values[0])));

    private IQueryable<Office> Of(string code) => store.Set<Office>().Where(office => office.Code == code);
}
