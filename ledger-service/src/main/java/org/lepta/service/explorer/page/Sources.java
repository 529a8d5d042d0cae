package org.lepta.service.explorer.page;

import org.lepta.service.indexing.read.Attestations;
import org.lepta.service.indexing.read.Days;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.Facets;
import org.lepta.service.indexing.read.Figures;
import org.lepta.service.indexing.read.Finder;
import org.lepta.service.indexing.read.Findings;
import org.lepta.service.indexing.read.Flows;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.Matches;
import org.lepta.service.indexing.read.NameFacets;
import org.lepta.service.indexing.read.Register;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.trail.Trails;
import org.springframework.stereotype.Component;

/** What pages read from. */
@Component
record Sources(
    Entries entries,
    Facets facets,
    NameFacets names,
    Register register,
    Figures figures,
    Finder finder,
    Findings findings,
    Flows flows,
    Lookups lookups,
    Matches matches,
    Texts texts,
    Trails trails,
    Lineage lineage,
    Attestations attestations,
    Days days) {}
