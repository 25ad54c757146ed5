-- Figures about people that everybody may see, settled once after each quarter. Withheld ones have no number.
CREATE TABLE people_figures (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    quarter text COLLATE "th-x-icu" NOT NULL CHECK (quarter IN ('Q1', 'Q2', 'Q3', 'Q4')),
    subject text COLLATE "th-x-icu" NOT NULL,
    kind text COLLATE "th-x-icu" NOT NULL,
    kind_name text COLLATE "th-x-icu" NOT NULL,
    people integer CHECK (people >= 5),
    UNIQUE (office_id, fiscal_year, quarter, subject, kind)
);
CREATE INDEX ix_people_figures_order ON people_figures (fiscal_year, quarter, subject, kind, id);
CREATE INDEX ix_people_figures_office_id ON people_figures (office_id, fiscal_year, quarter, subject, kind, id);

-- The quarters that are settled, also those without figures.
CREATE TABLE people_figure_quarters (
    fiscal_year integer NOT NULL,
    quarter text COLLATE "th-x-icu" NOT NULL,
    settled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (fiscal_year, quarter)
);

GRANT SELECT, INSERT ON people_figures, people_figure_quarters TO teacherdevplan_service;
