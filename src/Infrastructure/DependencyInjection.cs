using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Application.Committees;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Application.Events.After;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Application.Figures;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Application.People.Corrections;
using TeacherDevPlan.Application.People.Figures;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Application.People.Merging;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Application.Reports;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Infrastructure.Figures;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Importing;
using TeacherDevPlan.Infrastructure.Importing.Attendance;
using TeacherDevPlan.Infrastructure.Importing.Staff;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Access;
using TeacherDevPlan.Infrastructure.Persistence.Audit;
using TeacherDevPlan.Infrastructure.Persistence.Careers;
using TeacherDevPlan.Infrastructure.Persistence.Committees;
using TeacherDevPlan.Infrastructure.Persistence.Development;
using TeacherDevPlan.Infrastructure.Persistence.Events;
using TeacherDevPlan.Infrastructure.Persistence.Figures;
using TeacherDevPlan.Infrastructure.Persistence.Ledger;
using TeacherDevPlan.Infrastructure.Persistence.People;
using TeacherDevPlan.Infrastructure.Persistence.Plans;
using TeacherDevPlan.Infrastructure.Persistence.Reports;
using TeacherDevPlan.Infrastructure.Persistence.Results;
using TeacherDevPlan.Infrastructure.Persistence.Setup;
using TeacherDevPlan.Infrastructure.Persistence.Versions;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Running;

namespace TeacherDevPlan.Infrastructure;

public static class DependencyInjection
{
    /// <param name="services">The services of the host.</param>
    /// <param name="logins">The logins of the database.</param>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, DatabaseLogins logins)
    {
        services.AddSingleton(provider => new PlanDatabase(logins, provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new Cursors(provider.GetRequiredService<PlanDatabase>().CursorKey));
        services.AddScoped(provider => provider.GetRequiredService<PlanDatabase>().CreateWriteContext());
        services.AddSingleton<DataVersions>();
        services.AddScoped<ReadSet>();
        services.AddSingleton(provider => new ReadContexts(
            provider.GetRequiredService<PlanDatabase>(),
            provider.GetRequiredService<Models>(),
            provider.GetRequiredService<Cursors>()
        ));
        services.AddScoped(provider => new ReadSession(
            provider.GetRequiredService<PlanDatabase>(),
            provider.GetRequiredService<PlanDbContext>(),
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<ReadSet>()
        ));
        services.AddScoped<IGroupReader, GroupReader>();
        services.AddScoped<IRowVisibility, RowVisibility>();
        services.AddScoped<IDevelopmentFactsReader, DevelopmentFactsReader>();
        services.AddSingleton<SharedTransactions>();
        services.AddScoped(_ => new WriteBatch(LedgerRows.Insert));
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<UnitOfWork>());
        services.AddScoped<IPlanRepository, PlanRepository>();
        services.AddScoped<IPlanSourceStore, PlanSourceStore>();
        services.AddScoped<IPersonStore, PersonStore>();
        services.AddScoped<IRegistryStore, RegistryStore>();
        services.AddScoped<ICorrectionStore, CorrectionStore>();
        services.AddScoped<IIndividualPlanStore, IndividualPlanStore>();
        services.AddScoped<INeedsStore, NeedsStore>();
        services.AddScoped<IEventStore, EventStore>();
        services.AddScoped<IAfterEventStore, AfterEventStore>();
        services.AddScoped<ICommitteeStore, CommitteeStore>();
        services.AddScoped<ICertificateStore, CertificateStore>();
        services.AddScoped<IAwardStore, AwardStore>();
        services.AddScoped<IStudyStore, StudyStore>();
        services.AddScoped<IInductionStore, InductionStore>();
        services.AddScoped<IReportStore, ReportStore>();
        services.AddScoped<IPeopleFigureStore, PeopleFigureStore>();
        services.AddScoped<IMergeStore, MergeStore>();
        services.AddScoped<IPlanDraftStore, PlanDraftStore>();
        services.AddScoped<ILedgerStore, LedgerStore>();
        services.AddSingleton<IExpiryCheck, ExpiryCheck>();
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
        services.AddScoped<IResultStore, ResultStore>();
        services.AddScoped<ICatalogueStore, CatalogueStore>();
        services.AddScoped<IProposalStore, ProposalStore>();
        services.AddScoped<ILedgerVerifier, LedgerVerifier>();
        services.AddScoped<IPeopleVerifier, PeopleVerifier>();
        services.AddSingleton(provider => new RecordReadings(provider.GetRequiredService<PlanDatabase>().Model));
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<IAccessTokenStore, AccessTokenStore>();
        services.AddSingleton<TokenUses>();
        services.AddSingleton<IAccessTokenLogin, AccessTokenLogin>();
        services.AddSingleton<IAuditVerifier, AuditVerifier>();
        services.AddScoped<IAuditArchiver, AuditArchiver>();
        services.AddPlanFiles();
        services.AddSingleton<IStaffFileReader, StaffFileReader>();
        services.AddSingleton<IAttendanceFileReader, AttendanceFileReader>();
        services.AddSingleton<DatabaseMigrator>();
        services.TryAddSingleton(provider => new DatabaseClock(
            provider.GetRequiredService<PlanDatabase>(),
            TimeProvider.System
        ));
        services.TryAddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        return services;
    }

    /// <summary>Registers what reads and writes plan files, which needs no database.</summary>
    public static IServiceCollection AddPlanFiles(this IServiceCollection services) =>
        services.AddSingleton<IPlanFileReader, PlanFileReader>().AddSingleton<IPlanFileWriter, PlanFileReader>();
}
