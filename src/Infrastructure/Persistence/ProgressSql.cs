using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Reports on projects' progress: revisions that stay, and a view that tells the latest of them.</summary>
internal static class ProgressSql
{
    public static void Create(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            CREATE TABLE progress_report_revisions (
                id uuid PRIMARY KEY,
                project_id uuid NOT NULL REFERENCES projects (id) ON DELETE RESTRICT,
                fiscal_year integer NOT NULL,
                quarter text NOT NULL CHECK (quarter IN ('Q1', 'Q2', 'Q3', 'Q4')),
                revision integer NOT NULL CHECK (revision >= 1),
                work_done numeric(5,2) NOT NULL CHECK (work_done BETWEEN 0 AND 100),
                issues text COLLATE "{PlanDbContext.ThaiCollation}",
                corrective_action text COLLATE "{PlanDbContext.ThaiCollation}",
                spent_to_date numeric(18,2) NOT NULL CHECK (spent_to_date >= 0),
                due_on date NOT NULL,
                submitted_on date NOT NULL,
                submitted_at timestamptz NOT NULL,
                submitted_by text COLLATE "{PlanDbContext.ThaiCollation}" NOT NULL,
                CONSTRAINT {ResultSql.RevisionConstraint} UNIQUE (project_id, quarter, revision),
                CONSTRAINT ck_progress_report_revisions_days CHECK (
                    due_on = make_date(fiscal_year - 544, 10, 1) + substr(quarter, 2)::int * interval '3 months' - interval '1 day'
                    AND submitted_on = (submitted_at AT TIME ZONE 'UTC' + interval '7 hours')::date)
            );
            CREATE INDEX ix_progress_report_revisions_fiscal_year ON progress_report_revisions (fiscal_year, quarter, project_id);
            CREATE FUNCTION follow_progress_report() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                IF NEW.revision <> 1 + coalesce((
                        SELECT max(revision) FROM progress_report_revisions
                        WHERE project_id = NEW.project_id AND quarter = NEW.quarter), 0)
                    OR NEW.fiscal_year <> (SELECT fiscal_year FROM projects WHERE id = NEW.project_id) THEN
                    RAISE EXCEPTION 'report % does not follow the last one of its quarter', NEW.id
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER revisions_follow BEFORE INSERT ON progress_report_revisions
                FOR EACH ROW EXECUTE FUNCTION follow_progress_report();
            CREATE TRIGGER revisions_stay BEFORE UPDATE OR DELETE ON progress_report_revisions
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER all_revisions_stay BEFORE TRUNCATE ON progress_report_revisions
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            CREATE VIEW progress_reports AS
                SELECT r.*, EXISTS (
                    SELECT FROM progress_report_revisions later
                    WHERE later.project_id = r.project_id AND later.quarter = r.quarter AND later.revision > r.revision)
                    AS superseded
                FROM progress_report_revisions r
            """
        );
}
